using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.ServiceDefaults.Storage;

internal sealed class S3MultipartUploads(S3Clients clients, TimeProvider time) : IMultipartUploads
{
    public async Task<string> StartAsync(
        string bucket, string key, PutOptions? options = null, PartChecksum checksum = PartChecksum.None, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var request = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = options.ContentType };
        if (checksum != PartChecksum.None)
            request.ChecksumAlgorithm = checksum == PartChecksum.Sha256 ? ChecksumAlgorithm.SHA256 : ChecksumAlgorithm.CRC32;
        if (options.CacheControl is { } cache)
            request.Headers.CacheControl = cache;
        foreach (var (name, value) in options.Metadata ?? new Dictionary<string, string>())
            request.Metadata[name] = value;
        return (await clients.Own.InitiateMultipartUploadAsync(request, cancellationToken)).UploadId;
    }

    public Uri PresignPart(string bucket, string key, string uploadId, int number, TimeSpan lifetime, PartDigest? digest = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, IMultipartUploads.MostParts);
        var request = new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = key,
            Verb = HttpVerb.PUT,
            UploadId = uploadId,
            PartNumber = number,
            Expires = (time.GetUtcNow() + lifetime).UtcDateTime,
            Protocol = clients.Public.Config.UseHttp ? Protocol.HTTP : Protocol.HTTPS,
        };
        if (digest is not null)
            request.Headers[digest.Header] = digest.Value;
        return new(clients.Public.GetPreSignedURL(request));
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
                parts.AddRange((page.Parts ?? []).Select(p => new UploadedPart(p.PartNumber ?? 0, S3ObjectStore.Bare(p.ETag), p.Size ?? 0, Digest(p.ChecksumCRC32, p.ChecksumSHA256))));
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
            PartETags = [.. parts.OrderBy(p => p.Number).Select(Named)],
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

    public async IAsyncEnumerable<OpenUpload> ListAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = prefix };
        ListMultipartUploadsResponse page;
        do
        {
            page = await clients.Own.ListMultipartUploadsAsync(request, cancellationToken);
            foreach (var open in page.MultipartUploads ?? [])
                yield return new(open.Key, open.UploadId, new((open.Initiated ?? default).ToUniversalTime()));
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);
    }

    private static PartDigest? Digest(string? crc32, string? sha256) =>
        sha256 is { Length: > 0 } ? new(PartChecksum.Sha256, sha256) : crc32 is { Length: > 0 } ? new(PartChecksum.Crc32, crc32) : null;

    private static PartETag Named(UploadedPart part) => new(part.Number, part.ETag)
    {
        ChecksumCRC32 = part.Digest is { Algorithm: PartChecksum.Crc32 } crc32 ? crc32.Value : null,
        ChecksumSHA256 = part.Digest is { Algorithm: PartChecksum.Sha256 } sha256 ? sha256.Value : null,
    };
}
