using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Payload;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

internal sealed class PutObject(BucketStore buckets, ObjectStore objects, BlobStore blobs, BlobReceiver receiver, TimeProvider clock)
{
    public async Task HandleAsync(S3Request request)
    {
        var bucket = buckets.Get(request.Bucket);
        KeyRules.Check(request.Key);
        var description = NewObject.From(request);
        var expected = PayloadExpectation.From(request);
        if (expected.Length is null)
            throw PayloadExpectation.MissingLength();
        // Judged again at the commit; here it saves the client from sending a body in vain.
        if (description.Condition != WriteCondition.None)
            description.Condition.Check(await objects.FindAsync(bucket, request.Key, request.Aborted), request.Key);
        var payload = Payloads.Open(request);
        using var owned = payload as IDisposable;
        var blob = await receiver.ReceiveAsync(payload, expected, request.Aborted);
        var record = await CommitAsync(bucket, request.Key, description, blob);
        Tell(request.Response, record);
    }

    public async Task<ObjectRecord> CommitAsync(Bucket bucket, string key, NewObject description, ReceivedBlob blob)
    {
        var record = new ObjectRecord(
            key, Guid.NewGuid().ToString("N"), blob.ETag, clock.GetUtcNow(), [blob.Segment],
            description.Headers, description.Tags, description.StorageClass, blob.Checksum);
        try
        {
            await objects.CommitAsync(bucket, record, description.Condition);
            return record;
        }
        catch (S3Exception)
        {
            blobs.Discard([blob.Blob]);
            throw;
        }
    }

    public static void Tell(HttpResponse response, ObjectRecord record)
    {
        response.Headers.ETag = record.QuotedETag;
        if (record.Checksum is not { } checksum)
            return;
        response.Headers[checksum.Algorithm.Header()] = checksum.Value;
        response.Headers["x-amz-checksum-type"] = checksum.Type;
    }
}
