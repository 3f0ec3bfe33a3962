using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.ServiceDefaults.Storage;

internal sealed class S3MultipartUploads(S3Clients clients, TimeProvider time) : IMultipartUploads
{
    public async Task<string> StartAsync(string bucket, string key, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var request = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = options.ContentType };
        if (options.CacheControl is { } cache)
            request.Headers.CacheControl = cache;
        foreach (var (name, value) in options.Metadata ?? new Dictionary<string, string>())
            request.Metadata[name] = value;
        return (await clients.Own.InitiateMultipartUploadAsync(request, cancellationToken)).UploadId;
    }

    public Uri PresignPart(string bucket, string key, string uploadId, int number, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, IMultipartUploads.MostParts);
        return new(clients.Public.GetPreSignedURL(new()
        {
            BucketName = bucket,
            Key = key,
            Verb = HttpVerb.PUT,
            UploadId = uploadId,
            PartNumber = number,
            Expires = (time.GetUtcNow() + lifetime).UtcDateTime,
            Protocol = clients.Public.Config.UseHttp ? Protocol.HTTP : Protocol.HTTPS,
        }));
    }

    public async Task<IReadOnlyList<UploadedPart>?> PartsAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default)
    {
        List<UploadedPart> parts = [];
        var request = new ListPartsRequest { BucketName = bucket, Key = key, UploadId = uploadId };
        try
        {
            ListPartsResponse page;
            do
            {
                page = await clients.Own.ListPartsAsync(request, cancellationToken);
                parts.AddRange((page.Parts ?? []).Select(p => new UploadedPart(p.PartNumber ?? 0, S3ObjectStore.Bare(p.ETag), p.Size ?? 0)));
                request.PartNumberMarker = page.NextPartNumberMarker?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            while (page.IsTruncated == true);
            return parts;
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchUpload" || e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<string> CompleteAsync(string bucket, string key, string uploadId, IReadOnlyCollection<UploadedPart> parts, CancellationToken cancellationToken = default)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartETags = [.. parts.OrderBy(p => p.Number).Select(p => new PartETag(p.Number, p.ETag))],
        };
        return S3ObjectStore.Bare((await clients.Own.CompleteMultipartUploadAsync(request, cancellationToken)).ETag);
    }

    public async Task AbortAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default)
    {
        try
        {
            await clients.Own.AbortMultipartUploadAsync(bucket, key, uploadId, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchUpload" || e.StatusCode == HttpStatusCode.NotFound)
        {
        }
    }
}
