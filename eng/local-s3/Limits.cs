namespace Streamix.LocalS3;

/// <summary>The limits S3 documents; sizes in bytes.</summary>
internal static class Limits
{
    public const long SinglePut = 5L << 30;
    public const long Object = 5L << 40;
    public const long MinimumPart = 5L << 20;
    public const int Parts = 10_000;
    public const int Key = 1024;
    public const int UserMetadata = 2048;
    public const int Page = 1000;
    public const int BatchDelete = 1000;
    public const int SmallXml = 64 << 10;
    public const int LargeXml = 8 << 20;
    public const int XmlDepth = 12;
    public const int FormFields = 100;
    public const int FormField = 20 << 10;
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Presigned = TimeSpan.FromDays(7);
}
