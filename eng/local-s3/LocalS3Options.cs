namespace Streamix.LocalS3;

/// <summary>Configuration section <c>S3</c> (environment <c>S3__Data</c>, argument <c>--S3:Data</c>, …).</summary>
internal sealed class LocalS3Options
{
    public string Data { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    /// <summary>A request to <c>bucket.Domain</c> is one to that bucket (virtual-hosted style).</summary>
    public string Domain { get; set; } = "localhost";

    /// <summary>How often lifecycle rules are applied.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);

    public string? Complaint() =>
        Data.Length == 0 ? "S3__Data is missing: the folder that holds buckets and objects."
        : AccessKey.Length == 0 ? "S3__AccessKey is missing."
        : SecretKey.Length < 8 ? "S3__SecretKey is missing or shorter than 8 characters."
        : Region.Length == 0 ? "S3__Region is empty."
        : SweepInterval <= TimeSpan.Zero ? "S3__SweepInterval must be positive."
        : null;
}
