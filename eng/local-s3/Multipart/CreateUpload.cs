using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

internal sealed class CreateUpload(BucketStore buckets, UploadStore uploads, TimeProvider clock)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        KeyRules.Check(request.Key);
        var description = NewObject.From(request);
        var (algorithm, composite) = Checksum(request);
        var now = clock.GetUtcNow();
        var record = new UploadRecord(
            Guid.CreateVersion7(now).ToString("N"), request.Key, now,
            description.Headers, description.Tags, description.StorageClass, algorithm, composite);
        await uploads.CreateAsync(bucket, record);
        if (algorithm is { } named)
        {
            request.Response.Headers["x-amz-checksum-algorithm"] = named.Name();
            request.Response.Headers["x-amz-checksum-type"] = composite ? "COMPOSITE" : "FULL_OBJECT";
        }
        await request.ReplyAsync(S3Xml.Element("InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", bucket.Name), S3Xml.Element("Key", request.Key), S3Xml.Element("UploadId", record.Id)));
    }

    private static (ChecksumAlgorithm?, bool Composite) Checksum(S3Request request)
    {
        if (request.Header("x-amz-checksum-algorithm") is not { } name)
            return (null, false);
        var algorithm = ChecksumNames.Parse(name)
            ?? throw S3Error.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        var fullOnly = algorithm == ChecksumAlgorithm.Crc64Nvme;
        var compositeOnly = algorithm is ChecksumAlgorithm.Sha1 or ChecksumAlgorithm.Sha256;
        return request.Header("x-amz-checksum-type") switch
        {
            null => (algorithm, !fullOnly),
            "COMPOSITE" when !fullOnly => (algorithm, true),
            "FULL_OBJECT" when !compositeOnly => (algorithm, false),
            var type => throw S3Error.InvalidRequest($"The {type} checksum type cannot be used with the {name.ToLowerInvariant()} checksum algorithm."),
        };
    }
}
