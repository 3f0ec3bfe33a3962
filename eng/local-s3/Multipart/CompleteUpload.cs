using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

internal sealed class CompleteUpload(BucketStore buckets, ObjectStore objects, UploadStore uploads, TimeProvider clock)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var id = request.Query["uploadId"]!;
        // The request's own checksum headers speak of the object, not of this body.
        var body = XmlInput.Parse(await Payloads.ReadSmallAsync(request, Limits.LargeXml, withChecksum: false), "CompleteMultipartUpload");
        var claimed = ClaimedPart.Parse(body);
        var record = await JoinAsync(request, bucket, id, claimed) ?? await CompletedAsync(bucket, request, id, claimed);
        await request.ReplyAsync(S3Xml.Element("CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/{bucket.Name}/{Percent.Encode(record.Key, keepSlash: true)}"),
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", record.Key),
            S3Xml.Element("ETag", record.QuotedETag),
            record.Checksum is { } checksum ? S3Xml.Element(checksum.Algorithm.XmlName(), checksum.Value) : null,
            record.Checksum is { } typed ? S3Xml.Element("ChecksumType", typed.Type) : null));
    }

    private async Task<ObjectRecord?> JoinAsync(S3Request request, Bucket bucket, string id, IReadOnlyList<ClaimedPart> claimed)
    {
        if (!bucket.Uploads.TryGetValue(id, out var upload) || upload.Record.Key != request.Key)
            return null;
        var condition = WriteCondition.From(request.Header);
        var (algorithm, value, _) = ChecksumClaim.Read(request.Header, hasTrailer: false);
        var expected = algorithm is { } named && value is not null ? new Checksum(named, value) : null;
        return await uploads.CompleteAsync(bucket, upload, () =>
        {
            var record = PartJoin.Join(upload, claimed, expected, clock.GetUtcNow());
            CheckSize(request, record);
            return record;
        }, condition);
    }

    // A client that never saw the answer asks again; the object itself remembers its upload.
    private async Task<ObjectRecord> CompletedAsync(Bucket bucket, S3Request request, string id, IReadOnlyList<ClaimedPart> claimed)
    {
        var record = await objects.FindAsync(bucket, request.Key, request.Aborted);
        return record?.UploadId == id && claimed.All(c => c.ETag.Length == 32 && c.ETag.All(char.IsAsciiHexDigit))
            && record.ETag == PartJoin.ETag(claimed.Select(c => c.ETag))
            ? record
            : throw S3Error.NoSuchUpload(id);
    }

    private static void CheckSize(S3Request request, ObjectRecord record)
    {
        if (request.Header("x-amz-mp-object-size") is { } text
            && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size != record.Size))
            throw S3Error.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed.");
    }
}
