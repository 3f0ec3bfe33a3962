using Amazon.S3;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Storing;

/// <summary>Makes a bucket when the first object finds it absent, open to the scripts that send parts to it.</summary>
internal sealed class CatalogBuckets(IBuckets buckets, IOptions<AssetOptions> options)
{
    public async Task<T> WithAsync<T>(string bucket, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchBucket")
        {
            await buckets.EnsureAsync(new(bucket, options.Value.Origins is { Length: > 0 } origins ? origins : ["*"]), cancellationToken);
            return await work();
        }
    }
}
