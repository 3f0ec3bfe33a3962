using System.Collections.Concurrent;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>
/// Facts by id, read once whoever asks meanwhile. What is being read stands here before the reading begins, so that news of a change during it drops it.
/// While the database is away what was known goes on to hold.
/// </summary>
/// <param name="kind">For metrics.</param>
/// <param name="read">Reads one, with the time it may be kept.</param>
/// <param name="most">Kept at the same time; beyond that some go, whichever.</param>
internal sealed class FactCache<T>(string kind, Func<Guid, CancellationToken, Task<Kept<T>>> read, int most, TimeSpan patience, TimeProvider time, RightsMetrics metrics)
{
    private const int Shrink = 16;
    private static readonly TimeSpan HeldOver = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    public int Count => _entries.Count;

    public ValueTask<T> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var present = _entries.GetValueOrDefault(id);
        if (present?.Known is not { } known || known.Until <= time.GetUtcNow())
            return new(ReadAsync(id, present, cancellationToken));
        metrics.Looked(kind, inMemory: true);
        return new(known.Fact);
    }

    public void Drop(Guid id) => _entries.TryRemove(id, out _);

    public void Clear() => _entries.Clear();

    private async Task<T> ReadAsync(Guid id, Entry? present, CancellationToken cancellationToken)
    {
        var entry = present is { Fact.IsCompleted: false } ? present : Renewed(id, present);
        return (await entry.Fact.WaitAsync(cancellationToken)).Fact;
    }

    private Entry Renewed(Guid id, Entry? ended)
    {
        metrics.Looked(kind, inMemory: false);
        var old = ended?.Known;
        var mine = new Entry(entry => ReadAsync(id, old, entry));
        var winner = ended is null ? _entries.GetOrAdd(id, mine) : _entries.TryUpdate(id, mine, ended) ? mine : _entries.GetOrAdd(id, mine);
        if (winner == mine && _entries.Count > most)
            foreach (var (other, _) in _entries.Where(e => e.Key != id).Take(1 + most / Shrink).ToList())
                _entries.TryRemove(other, out _);
        return winner;
    }

    private async Task<Kept<T>> ReadAsync(Guid id, Kept<T>? old, Entry entry)
    {
        using var end = new CancellationTokenSource(patience, time);
        try
        {
            return await read(id, end.Token);
        }
        catch (Exception e) when (old is not null && (DatabaseFailure.IsUnavailable(e) || end.IsCancellationRequested))
        {
            return old with { Until = time.GetUtcNow() + HeldOver };
        }
        catch (Exception e)
        {
            _entries.TryRemove(new(id, entry));
            if (e is OperationCanceledException)
                throw new TimeoutException($"The {kind} could not be read in time.", e);
            throw;
        }
    }

    private sealed class Entry
    {
        private readonly Lazy<Task<Kept<T>>> _fact;

        public Entry(Func<Entry, Task<Kept<T>>> read) => _fact = new(() => read(this));

        public Task<Kept<T>> Fact => _fact.Value;

        /// <summary>Null while it is being read, and when that failed.</summary>
        public Kept<T>? Known => Fact.IsCompletedSuccessfully ? Fact.Result : null;
    }
}

/// <param name="Until">Read again afterwards.</param>
internal sealed record Kept<T>(T Fact, DateTimeOffset Until);
