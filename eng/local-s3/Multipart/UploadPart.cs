using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Multipart;

internal sealed class UploadPart(BucketStore buckets, BlobReceiver receiver, PartStore parts)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var number = PartNumbers.Of(request);
        var upload = UploadStore.Get(bucket, request.Key, request.Query["uploadId"]!);
        var expected = Expected(request, upload.Record);
        var payload = Payloads.Open(request);
        using var owned = payload as IDisposable;
        var blob = await receiver.ReceiveAsync(payload, expected, request.Aborted);
        var part = await parts.KeepAsync(bucket, upload, number, blob);
        request.Response.Headers.ETag = $"\"{part.ETag}\"";
        if (part.Checksum is { } checksum)
            request.Response.Headers[checksum.Algorithm.Header()] = checksum.Value;
    }

    private static PayloadExpectation Expected(S3Request request, UploadRecord upload)
    {
        var expected = PayloadExpectation.From(request);
        if (expected.Length is null)
            throw PayloadExpectation.MissingLength();
        if (upload.Algorithm is null || upload.Algorithm == expected.Algorithm)
            return expected;
        return expected.Algorithm is null
            ? expected with { Algorithm = upload.Algorithm }
            : throw S3Error.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {upload.Algorithm.Value.Name().ToLowerInvariant()}, actual checksum Type: {expected.Algorithm.Value.Name().ToLowerInvariant()}");
    }
}
