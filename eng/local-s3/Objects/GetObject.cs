using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>GET and HEAD of an object.</summary>
internal sealed class GetObject(BucketStore buckets, ObjectStore objects, ObjectStreamer streamer)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        VersionRules.CheckNull(request);
        using var lease = await objects.OpenAsync(bucket, request.Key, request.Aborted) ?? throw S3Error.NoSuchKey(request.Key);
        var record = lease.Record;
        var response = request.Response;
        if (ReadCondition.NotModified(record, request.Header))
        {
            Describe(response, record);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var range = PartRange(request, record) ?? AskedRange(request, record);
        Describe(response, record);
        ResponseOverrides.Apply(request);
        if (range is { } partial)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = partial.ContentRange(record.Size);
        }
        else if (request.Header("x-amz-checksum-mode") == "ENABLED")
            PutObject.Tell(response, record);
        var sent = range ?? ByteRange.Whole(record.Size);
        response.ContentLength = sent.Length;
        if (HttpMethods.IsGet(request.Method))
            await streamer.SendAsync(record, sent, block => response.Body.WriteAsync(block, request.Aborted), request.Aborted);
    }

    private static ByteRange? AskedRange(S3Request request, ObjectRecord record) =>
        ReadCondition.RangeHolds(record, request.Header("If-Range")) ? ByteRange.Parse(request.Header("Range"), record.Size) : null;

    private static ByteRange? PartRange(S3Request request, ObjectRecord record)
    {
        if (request.Query["partNumber"] is not { } text)
            return null;
        if (request.Header("Range") is not null)
            throw S3Error.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Limits.Parts)
            throw S3Error.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
        if (number > record.Segments.Length)
            throw new S3Exception(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        if (record.UploadId is not null)
            request.Response.Headers["x-amz-mp-parts-count"] = record.Segments.Length.ToString(CultureInfo.InvariantCulture);
        return record.Size == 0
            ? null
            : new(record.Segments.Take(number - 1).Sum(s => s.Size), record.Segments[number - 1].Size);
    }

    private static void Describe(HttpResponse response, ObjectRecord record)
    {
        foreach (var (name, value) in record.Headers)
            response.Headers[name] = value;
        response.Headers.ETag = record.QuotedETag;
        response.Headers.LastModified = record.Modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        if (record.StorageClass != StorageClasses.Standard)
            response.Headers["x-amz-storage-class"] = record.StorageClass;
        if (record.Tags.Count > 0)
            response.Headers["x-amz-tagging-count"] = record.Tags.Count.ToString(CultureInfo.InvariantCulture);
    }
}
