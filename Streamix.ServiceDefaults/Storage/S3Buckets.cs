using Amazon.S3.Model;

namespace Streamix.ServiceDefaults.Storage;

internal sealed class S3Buckets(S3Clients clients, IObjectStore store) : IBuckets
{
    private const int HourInSeconds = 3600;

    public async Task EnsureAsync(BucketRules rules, CancellationToken cancellationToken = default)
    {
        await store.EnsureBucketAsync(rules.Name, cancellationToken);
        if (rules.Origins.Count > 0)
            await clients.Own.PutCORSConfigurationAsync(new() { BucketName = rules.Name, Configuration = new() { Rules = [CorsOf(rules)] } }, cancellationToken);
        await clients.Own.PutLifecycleConfigurationAsync(new() { BucketName = rules.Name, Configuration = new() { Rules = [Expiry(rules)] } }, cancellationToken);
    }

    private static CORSRule CorsOf(BucketRules rules) => new()
    {
        Id = "browsers",
        AllowedOrigins = [.. rules.Origins],
        AllowedMethods = ["GET", "HEAD", "PUT"],
        AllowedHeaders = ["*"],
        ExposeHeaders = ["ETag", "Content-Length", "Content-Range", "x-amz-checksum-crc32", "x-amz-checksum-sha256"],
        MaxAgeSeconds = HourInSeconds,
    };

    private static LifecycleRule Expiry(BucketRules rules) => new()
    {
        Id = "abandoned-uploads",
        Status = Amazon.S3.LifecycleRuleStatus.Enabled,
        Filter = new() { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = "" } },
        AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = rules.AbandonedAfterDays },
    };
}
