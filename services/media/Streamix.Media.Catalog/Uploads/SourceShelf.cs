using System.Net;
using Amazon.S3;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Uploads as the store has them.</summary>
internal sealed class SourceShelf(IObjectStore store, IMultipartUploads uploads, CatalogBuckets buckets, IOptions<AssetOptions> options)
{
    private readonly string _bucket = options.Value.Sources;

    public Task<string> StartAsync(Upload upload, CancellationToken cancellationToken) => buckets.WithAsync(
        _bucket, () => uploads.StartAsync(_bucket, upload.Key, new(upload.ContentType), upload.Checksum, cancellationToken), cancellationToken);

    public PartUrlView Sign(Upload upload, int number, string? checksum, TimeSpan lifetime, DateTimeOffset now)
    {
        var digest = checksum is null ? null : new PartDigest(upload.Checksum, checksum);
        var url = uploads.PresignPart(_bucket, upload.Key, upload.StoreId!, number, lifetime, digest);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (digest is not null)
            headers[digest.Header] = digest.Value;
        return new(number, upload.Plan.OffsetOf(number), upload.Plan.BytesOf(number), url, headers, now + lifetime);
    }

    /// <summary>Null when the store has no such upload, or not any more.</summary>
    public Task<IReadOnlyList<UploadedPart>?> PartsAsync(Upload upload, CancellationToken cancellationToken) =>
        uploads.PartsAsync(_bucket, upload.Key, upload.StoreId!, cancellationToken);

    /// <summary>The object, once it is made.</summary>
    public Task<ObjectFacts?> FindAsync(Upload upload, CancellationToken cancellationToken) => store.HeadAsync(_bucket, upload.Key, cancellationToken);

    /// <summary>Makes the object, unless somebody has made it already. Null when the store refuses the parts.</summary>
    public async Task<ObjectFacts?> MakeAsync(Upload upload, CancellationToken cancellationToken)
    {
        if (await FindAsync(upload, cancellationToken) is { } made)
            return made;
        try
        {
            await uploads.CompleteAsync(_bucket, upload.Key, upload.StoreId!, [.. upload.Claims!], cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            // Another replica may have been quicker: then the object is there.
        }
        return await FindAsync(upload, cancellationToken);
    }

    /// <summary>Gives up what earlier attempts to open the upload have left: they ended after the store had opened it and before its id was written down.</summary>
    public async Task ClearAsync(Upload upload, CancellationToken cancellationToken)
    {
        await foreach (var open in uploads.ListAsync(_bucket, upload.Key, cancellationToken))
            await uploads.AbortAsync(_bucket, open.Key, open.UploadId, cancellationToken);
    }

    public Task AbortAsync(Upload upload, string storeId, CancellationToken cancellationToken) =>
        uploads.AbortAsync(_bucket, upload.Key, storeId, cancellationToken);
}
