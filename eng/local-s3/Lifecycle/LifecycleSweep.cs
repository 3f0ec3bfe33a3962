using System.Text;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Lifecycle;

/// <summary>One pass over all buckets: aborts stale uploads, deletes expired objects.</summary>
internal sealed class LifecycleSweep(BucketStore buckets, UploadStore uploads, ObjectStore objects, TimeProvider clock, ILogger<LifecycleSweep> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var bucket in buckets.All().ToArray())
        {
            if (bucket.Settings.Lifecycle is not { } lifecycle)
                continue;
            try
            {
                await AbortStaleAsync(bucket, lifecycle, cancellation);
                await ExpireAsync(bucket, lifecycle, cancellation);
            }
            catch (S3Exception error)
            {
                // The bucket or the upload went away under us: nothing is left to do for it.
                Log.Skipped(log, error, bucket.Name);
            }
        }
    }

    private async Task AbortStaleAsync(Bucket bucket, LifecycleRules lifecycle, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var upload in bucket.Uploads.Values.Where(u => lifecycle.Rules.Any(r => r.IsStale(u.Record.Key, u.Record.Initiated, now))).ToArray())
        {
            cancellation.ThrowIfCancellationRequested();
            await uploads.AbortAsync(bucket, upload);
            Log.Aborted(log, upload.Record.Id, bucket.Name);
        }
    }

    private async Task ExpireAsync(Bucket bucket, LifecycleRules lifecycle, CancellationToken cancellation)
    {
        var rules = lifecycle.Rules.Where(r => r.Expires).ToArray();
        var now = clock.GetUtcNow();
        byte[]? last = null;
        while (rules.Length > 0 && bucket.Index.TryNext(last, after: last is not null, out last, out var entry))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = Encoding.UTF8.GetString(last);
            if (rules.Any(r => r.IsExpired(key, entry.Modified, entry.Size, now)))
                await objects.DeleteAsync(bucket, key, current => current is not null && rules.Any(r =>
                    r.IsExpired(key, current.Modified, current.Size, now) && r.HasTags(current.Tags)));
        }
    }
}
