namespace Streamix.Media.Transcoder.Jobs;

/// <summary>What a job is at, as others are told.</summary>
internal static class JobStages
{
    public const string Waiting = "waiting";
    public const string Fetching = "fetching";
    public const string Probing = "probing";
    public const string Encoding = "encoding";
    public const string Packaging = "packaging";
    public const string Storing = "storing";
}
