using System.Collections.Concurrent;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Storage;

internal sealed class BucketStore(DataFolder data, DurableFiles files, BlobStore blobs, TimeProvider clock)
{
    public const string RecordName = "bucket.json";

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim changing = new(1, 1);

    public Bucket? Find(string name) => buckets.GetValueOrDefault(name);

    public Bucket Get(string name) => Find(name) ?? throw S3Error.NoSuchBucket(name);

    public IEnumerable<Bucket> All() => buckets.Values.OrderBy(b => b.Name, StringComparer.Ordinal);

    public void Add(Bucket bucket) => buckets[bucket.Name] = bucket;

    /// <summary>False when it exists already.</summary>
    public async Task<bool> CreateAsync(string name)
    {
        await changing.WaitAsync();
        try
        {
            if (buckets.ContainsKey(name))
                return false;
            var created = clock.GetUtcNow();
            var draft = data.NewTemporary();
            Directory.CreateDirectory(Path.Combine(draft, "objects"));
            Directory.CreateDirectory(Path.Combine(draft, "uploads"));
            await files.WriteAsync(Path.Combine(draft, RecordName), RecordJson.Write(new BucketRecord(created)));
            var folder = Path.Combine(data.Buckets, name);
            Directory.Move(draft, folder);
            Posix.SyncFolder(data.Buckets);
            buckets[name] = new(name, folder, created);
            return true;
        }
        finally
        {
            changing.Release();
        }
    }

    public async Task DeleteAsync(Bucket bucket)
    {
        await changing.WaitAsync();
        try
        {
            if (!bucket.TryClose())
                throw new S3Exception(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.", ("BucketName", bucket.Name));
            buckets.TryRemove(bucket.Name, out _);
            files.RemoveFolder(bucket.Folder);
            blobs.Discard(bucket.Uploads.Values.SelectMany(u => u.Parts()).Select(p => p.Blob));
        }
        finally
        {
            changing.Release();
        }
    }
}
