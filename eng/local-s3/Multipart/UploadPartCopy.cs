using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

internal sealed class UploadPartCopy(
    BucketStore buckets, BlobStore blobs, CopySource source, ObjectStreamer streamer, PartStore parts)
{
    private const string RangeHeader = "x-amz-copy-source-range";

    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        var number = PartNumbers.Of(request);
        var upload = UploadStore.Get(bucket, request.Key, request.Query["uploadId"]!);
        var (_, lease) = await source.OpenAsync(request);
        using var held = lease;
        var blob = await CopyAsync(lease.Record, Range(request, lease.Record), upload.Record.Algorithm, request.Aborted);
        var part = await parts.KeepAsync(bucket, upload, number, blob);
        await request.ReplyAsync(S3Xml.Element("CopyPartResult",
            S3Xml.Element("LastModified", S3Xml.Time(part.Modified)),
            S3Xml.Element("ETag", $"\"{part.ETag}\""),
            part.Checksum is { } checksum ? S3Xml.Element(checksum.Algorithm.XmlName(), checksum.Value) : null));
    }

    private async Task<ReceivedBlob> CopyAsync(ObjectRecord record, ByteRange range, ChecksumAlgorithm? algorithm, CancellationToken cancellation)
    {
        using var draft = blobs.Create();
        using var digest = new PayloadDigest(new(range.Length, null, null, algorithm, null, false));
        await streamer.SendAsync(record, range, async block =>
        {
            digest.Append(block.Span);
            await draft.AppendAsync(block);
        }, cancellation);
        draft.Keep();
        var result = digest.Finish();
        return new(draft.Id, result.Size, result.Md5, result.Checksum);
    }

    private static ByteRange Range(S3Request request, ObjectRecord record)
    {
        var header = request.Header(RangeHeader);
        var range = header is null ? ByteRange.Whole(record.Size) : Exact(header, record.Size);
        return range.Length <= Limits.SinglePut ? range : throw S3Error.EntityTooLarge(Limits.SinglePut);
    }

    private static ByteRange Exact(string header, long size)
    {
        var dash = header.IndexOf('-', StringComparison.Ordinal);
        if (!header.StartsWith("bytes=", StringComparison.Ordinal) || dash < 0
            || !long.TryParse(header.AsSpan(6, dash - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(header.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || last < first)
            throw S3Error.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy", RangeHeader, header);
        return last < size
            ? new(first, last - first + 1)
            : throw S3Error.InvalidArgument($"Range specified is not valid for source object of size: {size}", RangeHeader, header);
    }
}
