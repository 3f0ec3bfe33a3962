namespace Streamix.LocalS3.Tests.Hosting;

internal static class Keys
{
    public const string Access = "AKIALOCALTEST";
    public const string Secret = "local/test+secret=key";
    public const string Region = "us-east-1";
}
