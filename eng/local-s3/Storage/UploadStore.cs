using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Objects;

namespace Streamix.LocalS3.Storage;

internal sealed class UploadStore(DurableFiles files, BlobStore blobs, ObjectStore objects)
{
    public static Upload Get(Bucket bucket, string key, string id) =>
        bucket.Uploads.TryGetValue(id, out var upload) && upload.Record.Key == key && !upload.Closed ? upload : throw S3Error.NoSuchUpload(id);

    public async Task CreateAsync(Bucket bucket, UploadRecord record)
    {
        using var visit = bucket.Enter();
        var folder = bucket.UploadFolder(record.Id);
        await files.WriteAsync(Path.Combine(folder, Upload.RecordName), RecordJson.Write(record));
        bucket.Uploads[record.Id] = new(record, folder);
    }

    public async Task PutPartAsync(Bucket bucket, Upload upload, PartRecord part)
    {
        using var visit = bucket.Enter();
        var draft = await files.DraftAsync(RecordJson.Write(part));
        await upload.Gate.WaitAsync();
        try
        {
            if (upload.Closed)
            {
                File.Delete(draft);
                throw S3Error.NoSuchUpload(upload.Record.Id);
            }
            DurableFiles.Publish(draft, upload.PartPath(part.Number));
            if (upload.Put(part) is { } old)
                blobs.Discard([old.Blob]);
        }
        finally
        {
            upload.Gate.Release();
        }
    }

    public async Task AbortAsync(Bucket bucket, Upload upload)
    {
        using var visit = bucket.Enter();
        await upload.Gate.WaitAsync();
        try
        {
            if (upload.Closed)
                throw S3Error.NoSuchUpload(upload.Record.Id);
            Close(bucket, upload, keep: []);
        }
        finally
        {
            upload.Gate.Release();
        }
    }

    /// <summary>Null when another completion or an abort came first.</summary>
    public async Task<ObjectRecord?> CompleteAsync(Bucket bucket, Upload upload, Func<ObjectRecord> join, WriteCondition condition)
    {
        using var visit = bucket.Enter();
        await upload.Gate.WaitAsync();
        try
        {
            if (upload.Closed)
                return null;
            var record = join();
            await objects.CommitAsync(bucket, record, condition);
            Close(bucket, upload, record.Segments);
            return record;
        }
        finally
        {
            upload.Gate.Release();
        }
    }

    private void Close(Bucket bucket, Upload upload, IEnumerable<Segment> keep)
    {
        upload.Closed = true;
        bucket.Uploads.TryRemove(upload.Record.Id, out _);
        files.RemoveFolder(upload.Folder);
        blobs.Discard(upload.Parts().Select(p => p.Blob).Except(keep.Select(s => s.Blob), StringComparer.Ordinal));
    }
}
