using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>The sources on this replica's disk: each fetched once for all slots, and kept for a while after its last use.</summary>
internal sealed class SourceShelf(Scratch scratch, SourceFetcher fetcher, IOptions<TranscoderOptions> options, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Shelved> _shelved = [];

    /// <summary>The source of a job, in use until disposed of.</summary>
    /// <exception cref="ScratchFullException">There is no room for it.</exception>
    public async Task<HeldSource> TakeAsync(TranscodeJob job, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var shelved = Reserve(job);
        try
        {
            await shelved.Gate.WaitAsync(cancellationToken);
            try
            {
                await FillAsync(shelved, job, progress, cancellationToken);
            }
            finally
            {
                shelved.Gate.Release();
            }
            return new(shelved.File, shelved.Tag!, () => GiveBack(shelved));
        }
        catch
        {
            GiveBack(shelved);
            throw;
        }
    }

    /// <summary>Deletes what nobody has used for a while.</summary>
    public void Sweep() => Drop(time.GetUtcNow() - options.Value.SourceIdle);

    /// <summary>Deletes what nobody uses, to make room.</summary>
    public void Clear() => Drop(DateTimeOffset.MaxValue);

    public void Dispose()
    {
        Clear();
        lock (_lock)
            foreach (var shelved in _shelved.Values)
                shelved.Dispose();
    }

    /// <summary>What is there of another version is of no use.</summary>
    private async Task FillAsync(Shelved shelved, TranscodeJob job, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (shelved.Whole && shelved.Tag == (job.SourceTag ?? shelved.Tag))
            return;
        var tag = job.SourceTag ?? (await fetcher.AskAsync(job.AssetId, cancellationToken)).ETag;
        if (shelved.Tag != tag)
            File.Delete(shelved.File);
        (shelved.Tag, shelved.Whole) = (tag, false);
        await fetcher.FetchAsync(job.AssetId, tag, job.Bytes, shelved.File, progress, cancellationToken);
        shelved.Whole = true;
    }

    private Shelved Reserve(TranscodeJob job)
    {
        lock (_lock)
        {
            if (!_shelved.TryGetValue(job.Id, out var shelved))
            {
                if (scratch.Reserved + job.Bytes > options.Value.ScratchLimit)
                    Clear();
                _shelved[job.Id] = shelved = new(scratch.Open($"{job.Id:n}-source", job.Bytes));
            }
            shelved.Users++;
            return shelved;
        }
    }

    private void GiveBack(Shelved shelved)
    {
        lock (_lock)
            (shelved.Users, shelved.UsedAt) = (shelved.Users - 1, time.GetUtcNow());
    }

    private void Drop(DateTimeOffset before)
    {
        lock (_lock)
            foreach (var (id, idle) in _shelved.Where(s => s.Value.Users == 0 && s.Value.UsedAt <= before).ToList())
            {
                _shelved.Remove(id);
                idle.Dispose();
            }
    }

    private sealed class Shelved(ScratchFolder folder) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public string File { get; } = Path.Combine(folder.Path, "source");

        /// <summary>Of what is in the file.</summary>
        public string? Tag { get; set; }

        public bool Whole { get; set; }

        public int Users { get; set; }

        public DateTimeOffset UsedAt { get; set; }

        public void Dispose()
        {
            folder.Dispose();
            Gate.Dispose();
        }
    }
}

/// <summary>A source that stays where it is until it is given back.</summary>
internal sealed class HeldSource(string file, string tag, Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    public string File { get; } = file;

    public string Tag { get; } = tag;

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
