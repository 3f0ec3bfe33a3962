using System.Text;
using Streamix.LocalS3.Objects;

namespace Streamix.LocalS3.Storage;

/// <summary>Reads and changes objects; every change of a key is one rename or unlink of its record.</summary>
internal sealed class ObjectStore(DurableFiles files, KeyGates gates, Readers readers)
{
    public Task<ObjectRecord?> FindAsync(Bucket bucket, string key, CancellationToken cancellation = default) =>
        RecordJson.ReadAsync<ObjectRecord>(bucket.RecordPath(key), cancellation);

    public async Task<ObjectLease?> OpenAsync(Bucket bucket, string key, CancellationToken cancellation)
    {
        using var pass = await gates.EnterAsync(bucket.Name, key);
        var record = await FindAsync(bucket, key, cancellation);
        if (record is null)
            return null;
        readers.Enter(record);
        return new(record, readers);
    }

    public async Task CommitAsync(Bucket bucket, ObjectRecord record, WriteCondition condition)
    {
        using var visit = bucket.Enter();
        var draft = await files.DraftAsync(RecordJson.Write(record));
        ObjectRecord? old;
        using (await gates.EnterAsync(bucket.Name, record.Key))
        {
            old = await FindAsync(bucket, record.Key);
            try
            {
                condition.Check(old, record.Key);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
            DurableFiles.Publish(draft, bucket.RecordPath(record.Key));
            bucket.Index.Set(Encoding.UTF8.GetBytes(record.Key), IndexEntry.Of(record));
        }
        if (old is not null)
            readers.Retire(old);
    }

    /// <summary>Changes what is told of an object and leaves its bytes; false when there is none.</summary>
    public async Task<bool> AmendAsync(Bucket bucket, string key, Func<ObjectRecord, ObjectRecord> change)
    {
        using var visit = bucket.Enter();
        using var pass = await gates.EnterAsync(bucket.Name, key);
        var record = await FindAsync(bucket, key);
        if (record is null)
            return false;
        await files.WriteAsync(bucket.RecordPath(key), RecordJson.Write(change(record)));
        return true;
    }

    /// <summary>Deleting what is absent is no error.</summary>
    public async Task DeleteAsync(Bucket bucket, string key, Func<ObjectRecord?, bool>? accept = null)
    {
        using var visit = bucket.Enter();
        ObjectRecord? old;
        using (await gates.EnterAsync(bucket.Name, key))
        {
            old = await FindAsync(bucket, key);
            if (accept?.Invoke(old) == false || old is null)
                return;
            DurableFiles.Delete(bucket.RecordPath(key));
            bucket.Index.Remove(Encoding.UTF8.GetBytes(key));
        }
        readers.Retire(old);
    }
}
