using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.ServiceDefaults.Storage;

internal sealed class S3ObjectStore(S3Clients clients, TimeProvider time) : IObjectStore
{
    public async Task<string> PutAsync(string bucket, string key, Stream content, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = content, AutoCloseStream = false };
        options ??= new();
        request.ContentType = options.ContentType;
        if (options.CacheControl is { } cache)
            request.Headers.CacheControl = cache;
        foreach (var (name, value) in options.Metadata ?? new Dictionary<string, string>())
            request.Metadata[name] = value;
        return Bare((await clients.Own.PutObjectAsync(request, cancellationToken)).ETag);
    }

    public async Task<StoredObject?> GetAsync(string bucket, string key, (long First, long Last)? range = null, CancellationToken cancellationToken = default)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key };
        if (range is { } r)
            request.ByteRange = new(r.First, r.Last);
        return await UnlessAbsentAsync(async () =>
        {
            var response = await clients.Own.GetObjectAsync(request, cancellationToken);
            return new StoredObject(
                new(key, response.ContentLength, Bare(response.ETag), response.Headers.ContentType, Utc(response.LastModified)), response.ResponseStream, response);
        });
    }

    public Task<ObjectFacts?> HeadAsync(string bucket, string key, CancellationToken cancellationToken = default) => UnlessAbsentAsync(async () =>
    {
        var response = await clients.Own.GetObjectMetadataAsync(bucket, key, cancellationToken);
        return new ObjectFacts(key, response.ContentLength, Bare(response.ETag), response.Headers.ContentType, Utc(response.LastModified));
    });

    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken = default) =>
        clients.Own.DeleteObjectAsync(bucket, key, cancellationToken);

    public async IAsyncEnumerable<ObjectFacts> ListAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        ListObjectsV2Response page;
        do
        {
            page = await clients.Own.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
                yield return new(found.Key, found.Size ?? 0, Bare(found.ETag), null, Utc(found.LastModified));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public async Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken = default)
    {
        try
        {
            await clients.Own.PutBucketAsync(bucket, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "BucketAlreadyOwnedByYou")
        {
        }
    }

    public Uri PresignGet(string bucket, string key, TimeSpan lifetime, string? fileName = null)
    {
        var request = new GetPreSignedUrlRequest { BucketName = bucket, Key = key, Verb = HttpVerb.GET, Expires = Expiry(lifetime), Protocol = Scheme };
        if (fileName is not null)
            request.ResponseHeaderOverrides.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        return new(clients.Public.GetPreSignedURL(request));
    }

    public Uri PresignPut(string bucket, string key, TimeSpan lifetime, string contentType) => new(clients.Public.GetPreSignedURL(
        new() { BucketName = bucket, Key = key, Verb = HttpVerb.PUT, Expires = Expiry(lifetime), ContentType = contentType, Protocol = Scheme }));

    public PresignedPost PresignPost(string bucket, string key, TimeSpan lifetime, string contentType, long minBytes, long maxBytes)
    {
        var post = clients.Public.CreatePresignedPost(new()
        {
            BucketName = bucket,
            Key = key,
            Expires = Expiry(lifetime),
            Fields = { ["Content-Type"] = contentType },
            Conditions = { S3PostCondition.ContentLengthRange(minBytes, maxBytes) },
        });
        return new(new(post.Url), new Dictionary<string, string>(post.Fields, StringComparer.Ordinal));
    }

    private Protocol Scheme => clients.Public.Config.UseHttp ? Protocol.HTTP : Protocol.HTTPS;

    private DateTime Expiry(TimeSpan lifetime) => (time.GetUtcNow() + lifetime).UtcDateTime;

    internal static string Bare(string? tag) => tag?.Trim('"') ?? "";

    private static DateTimeOffset Utc(DateTime? instant) => instant is { } at ? new(at.ToUniversalTime()) : default;

    private static async Task<T?> UnlessAbsentAsync<T>(Func<Task<T>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket")
        {
            return null;
        }
    }
}
