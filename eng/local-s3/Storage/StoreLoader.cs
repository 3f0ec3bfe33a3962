using System.Collections.Concurrent;
using System.Text;

namespace Streamix.LocalS3.Storage;

/// <summary>Reads the folder into memory at start, finishes what a crash interrupted and collects blobs nobody names.</summary>
internal sealed class StoreLoader(DataFolder data, BucketStore buckets, DurableFiles files, BlobStore blobs, OrphanCollector orphans, ILogger<StoreLoader> log)
{
    private readonly ConcurrentDictionary<Guid, byte> live = new();
    private int unreadable;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var folder in Directory.EnumerateDirectories(data.Buckets))
        {
            var record = await RecordJson.ReadAsync<BucketRecord>(Path.Combine(folder, BucketStore.RecordName), cancellation);
            var bucket = new Bucket(Path.GetFileName(folder), folder, record?.Created ?? Directory.GetCreationTimeUtc(folder));
            SettingFile.LoadAll(bucket);
            await LoadObjectsAsync(bucket, cancellation);
            foreach (var upload in Directory.EnumerateDirectories(bucket.UploadFolder("")))
                await LoadUploadAsync(bucket, upload, cancellation);
            buckets.Add(bucket);
        }
        // A record we cannot read may name any blob, so nothing is thrown away until somebody has looked.
        var collected = unreadable == 0 ? orphans.Collect(live) : 0;
        Log.Loaded(log, buckets.All().Count(), buckets.All().Sum(b => b.Index.Count), collected);
        live.Clear();
    }

    private async Task LoadObjectsAsync(Bucket bucket, CancellationToken cancellation)
    {
        var records = Directory.EnumerateFiles(bucket.Objects, "*.json", SearchOption.AllDirectories);
        await Parallel.ForEachAsync(records, cancellation, async (path, stop) =>
        {
            if (await ReadAsync<ObjectRecord>(path, stop) is not { } record)
                return;
            bucket.Index.Set(Encoding.UTF8.GetBytes(record.Key), IndexEntry.Of(record));
            foreach (var segment in record.Segments)
                live[Guid.Parse(segment.Blob)] = 0;
        });
    }

    private async Task LoadUploadAsync(Bucket bucket, string folder, CancellationToken cancellation)
    {
        if (await ReadAsync<UploadRecord>(Path.Combine(folder, Upload.RecordName), cancellation) is not { } record)
            return;
        var done = await RecordJson.ReadAsync<ObjectRecord>(bucket.RecordPath(record.Key), cancellation);
        if (done?.UploadId == record.Id)
        {
            files.RemoveFolder(folder);
            return;
        }
        var upload = new Upload(record, folder);
        foreach (var path in Directory.EnumerateFiles(folder, "part-*.json"))
        {
            if (await ReadAsync<PartRecord>(path, cancellation) is not { } part || !blobs.Exists(part.Blob))
                continue;
            upload.Put(part);
            live[Guid.Parse(part.Blob)] = 0;
        }
        bucket.Uploads[record.Id] = upload;
    }

    private async Task<T?> ReadAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await RecordJson.ReadAsync<T>(path, cancellation);
        }
        catch (System.Text.Json.JsonException error)
        {
            Interlocked.Increment(ref unreadable);
            Log.Unreadable(log, error, path);
            return null;
        }
    }
}
