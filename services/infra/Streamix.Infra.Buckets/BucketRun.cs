using Streamix.ServiceDefaults.Storage;

namespace Streamix.Infra.Buckets;

/// <summary>Makes every bucket; a store that is not up yet is asked again until the deadline.</summary>
internal sealed class BucketRun(IBuckets buckets, TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>True when all are there.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<BucketEntry> entries, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + deadline;
        foreach (var entry in entries)
        {
            if (!await EnsureAsync(entry, end, cancellationToken)) return false;
        }

        return true;
    }

    private async Task<bool> EnsureAsync(BucketEntry entry, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await buckets.EnsureAsync(new(entry.Name, entry.Origins), cancellationToken);
                await output.WriteLineAsync($"{entry.Name}: there{(entry.Origins.Count == 0 ? "" : ", open to pages of " + string.Join(", ", entry.Origins))}");
                return true;
            }
            catch (Exception e) when (e is not OperationCanceledException && time.GetUtcNow() < end)
            {
                await output.WriteLineAsync($"{entry.Name}: not yet ({e.Message})");
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                await output.WriteLineAsync($"{entry.Name}: given up ({e.Message})");
                return false;
            }
        }
    }
}
