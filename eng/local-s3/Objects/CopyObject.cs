using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Objects;

/// <summary>Copies by giving the immutable blobs a second name.</summary>
internal sealed class CopyObject(BucketStore buckets, ObjectStore objects, BlobStore blobs, CopySource source, TimeProvider clock)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        KeyRules.Check(request.Key);
        var description = NewObject.From(request);
        var (from, lease) = await source.OpenAsync(request);
        using var held = lease;
        var original = lease.Record;
        var replaceMetadata = Replaces(request, "x-amz-metadata-directive");
        var replaceTags = Replaces(request, "x-amz-tagging-directive");
        Check(request, from == bucket && original.Key == request.Key && !replaceMetadata, original);
        var record = original with
        {
            Key = request.Key,
            Version = Guid.NewGuid().ToString("N"),
            Modified = clock.GetUtcNow(),
            Headers = replaceMetadata ? description.Headers : original.Headers,
            Tags = replaceTags ? description.Tags : original.Tags,
            StorageClass = description.StorageClass,
            Segments = await blobs.LinkAsync(original.Segments),
        };
        await CommitAsync(bucket, record, description.Condition);
        await request.ReplyAsync(S3Xml.Element("CopyObjectResult",
            S3Xml.Element("LastModified", S3Xml.Time(record.Modified)),
            S3Xml.Element("ETag", record.QuotedETag),
            record.Checksum is { } checksum ? S3Xml.Element(checksum.Algorithm.XmlName(), checksum.Value) : null));
    }

    private static bool Replaces(S3Request request, string directive) => request.Header(directive) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Error.InvalidArgument("Unknown directive.", directive, other),
    };

    private static void Check(S3Request request, bool changesNothing, ObjectRecord original)
    {
        if (original.Size > Limits.SinglePut)
            throw S3Error.InvalidRequest("The specified copy source is larger than the maximum allowable size for a copy source: 5368709120");
        if (changesNothing && request.Header("x-amz-storage-class") is null)
            throw S3Error.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
    }

    private async Task CommitAsync(Bucket bucket, ObjectRecord record, WriteCondition condition)
    {
        try
        {
            await objects.CommitAsync(bucket, record, condition);
        }
        catch (S3Exception)
        {
            blobs.Discard(record.Segments.Select(s => s.Blob));
            throw;
        }
    }
}
