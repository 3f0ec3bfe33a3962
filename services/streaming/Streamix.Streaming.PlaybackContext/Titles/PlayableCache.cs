using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Titles;

/// <summary>
/// What the catalog said of titles. Asked again after a moment, as news of a change reaches one replica only; while the catalog is away, what it
/// said last serves for long, unless that was that there is none. An answer of a lower revision never replaces one of a higher.
/// </summary>
internal sealed partial class PlayableCache(IOptions<PlaybackOptions> options, TimeProvider time, ILogger<PlayableCache> logger)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>Null when there is no such title.</summary>
    public async Task<PlayableTitle?> FindAsync(Guid id, PlayablesClient catalog, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_entries.TryGetValue(id, out var known) && !known.Doubted && now - known.ReadAt < options.Value.CatalogFresh)
            return known.Title;
        try
        {
            return Keep(id, await catalog.FindAsync(id, cancellationToken), now);
        }
        catch (Exception e) when (known?.Title is not null && now - known.ReadAt < options.Value.CatalogKept && StartParts.IsAway(e) && !cancellationToken.IsCancellationRequested)
        {
            Log.OldAnswer(logger, id, e.GetType().Name);
            return known.Title;
        }
    }

    /// <summary>There is a newer one; or one at all.</summary>
    public void Doubt(Guid id, long revision)
    {
        if (_entries.TryGetValue(id, out var known) && (known.Title is null || known.Title.Revision < revision))
            _entries.TryUpdate(id, known with { Doubted = true }, known);
    }

    private PlayableTitle? Keep(Guid id, PlayableTitle? title, DateTimeOffset now)
    {
        if (_entries.Count >= Most)
            foreach (var old in _entries.OrderBy(e => e.Value.ReadAt).Take(Most / 4))
                _entries.TryRemove(old);
        return _entries.AddOrUpdate(id, _ => new(title, now), (_, present) => present.Title?.Revision > title?.Revision ? present : new(title, now)).Title;
    }

    private sealed record Entry(PlayableTitle? Title, DateTimeOffset ReadAt, bool Doubted = false);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The catalog is away ({Error}); what it said of {TitleId} before is used")]
        public static partial void OldAnswer(ILogger logger, Guid titleId, string error);
    }
}

/// <summary>A changed title is asked for anew.</summary>
internal sealed class DropPlayable(PlayableCache titles) : IEventHandler<TitleChanged>
{
    public Task HandleAsync(TitleChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        titles.Doubt(@event.TitleId, @event.Revision);
        return Task.CompletedTask;
    }
}
