using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Data;

namespace Streamix.Streaming.PlaybackContext.Heartbeats;

/// <summary>A heartbeat on its way to the database.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="Sequence">A lower one than the latest was written already.</param>
/// <param name="PlayedSeconds">Since the one before.</param>
/// <param name="Measured">How well it went; null when the player did not say.</param>
internal sealed record Pulse(Guid PlaybackId, long Sequence, double PlayedSeconds, PlaybackMeasured? Measured)
{
    /// <summary>Whether the playback goes on.</summary>
    public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Writes the heartbeats that arrive while the ones before are written in one transaction, together with the events about them.</summary>
internal sealed partial class PulseWriter(IServiceScopeFactory scopes, TimeProvider time, ILogger<PulseWriter> logger) : BackgroundService
{
    private const int Together = 500;
    private const int Waiting = 20_000;
    private readonly Channel<Pulse> _pulses = Channel.CreateBounded<Pulse>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly List<Pulse> _next = [];

    /// <summary>Whether the playback goes on.</summary>
    /// <exception cref="DependencyUnavailableException">The database is away, or too many wait for it.</exception>
    public Task<bool> WriteAsync(Pulse pulse, CancellationToken cancellationToken) => _pulses.Writer.TryWrite(pulse)
        ? pulse.Written.Task.WaitAsync(cancellationToken)
        : throw new DependencyUnavailableException("streaming-playback-context-db");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _pulses.Writer.TryComplete(); // what waits is written before the service ends
        if (ExecuteTask is { } running)
            await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (_next.Count > 0 || await _pulses.Reader.WaitToReadAsync(CancellationToken.None))
            if (Take() is { Count: > 0 } batch)
                await WriteAsync(batch);
    }

    /// <summary>At most one of each playback; a further one comes with the next batch.</summary>
    private List<Pulse> Take()
    {
        Dictionary<Guid, Pulse> batch = [];
        List<Pulse> later = [];
        foreach (var pulse in _next)
            if (!batch.TryAdd(pulse.PlaybackId, pulse))
                later.Add(pulse);
        while (batch.Count < Together && later.Count < Together && _pulses.Reader.TryRead(out var pulse))
            if (!batch.TryAdd(pulse.PlaybackId, pulse))
                later.Add(pulse);
        _next.Clear();
        _next.AddRange(later);
        return [.. batch.Values.OrderBy(p => p.PlaybackId)];
    }

    private async Task WriteAsync(List<Pulse> batch)
    {
        try
        {
            var playing = await TryAsync(batch);
            foreach (var pulse in batch)
                pulse.Written.TrySetResult(playing.Contains(pulse.PlaybackId));
        }
        catch (Exception e)
        {
            Log.NotWritten(logger, batch.Count, e.GetType().Name);
            foreach (var pulse in batch)
                pulse.Written.TrySetException(DatabaseFailure.IsUnavailable(e) ? new DependencyUnavailableException("streaming-playback-context-db", e) : e);
        }
    }

    /// <summary>Of two that wait for each other's rows one is picked to begin anew.</summary>
    private async Task<HashSet<Guid>> TryAsync(List<Pulse> batch)
    {
        try
        {
            return await CommitAsync(batch);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return await CommitAsync(batch);
        }
    }

    /// <summary>Without the context's own attempts: everybody waits behind a batch, and players beat again sooner than the pauses between those would end.</summary>
    private async Task<HashSet<Guid>> CommitAsync(List<Pulse> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlaybackDb>();
        var events = scope.ServiceProvider.GetRequiredService<IEventPublisher>();
        HashSet<Guid> playing = [];
        await SingleAttempt.TransactAsync(db, async token =>
        {
            playing = await WriteAsync(db, events, batch, token);
            return true;
        }, CancellationToken.None);
        return playing;
    }

    private async Task<HashSet<Guid>> WriteAsync(PlaybackDb db, IEventPublisher events, List<Pulse> batch, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. batch.Select(p => p.PlaybackId)];
        long[] sequences = [.. batch.Select(p => p.Sequence)];
        double[] played = [.. batch.Select(p => p.PlayedSeconds)];
        var now = time.GetUtcNow();
        var fresh = await db.Database.SqlQuery<Guid>($"""
            UPDATE playbacks p SET last_heartbeat_at = greatest(p.last_heartbeat_at, {now}), sequence = b.sequence, played_seconds = p.played_seconds + b.played
            FROM unnest({ids}, {sequences}, {played}) AS b (id, sequence, played)
            WHERE p.id = b.id AND p.state = 'playing' AND p.sequence < b.sequence RETURNING p.id AS "Value"
            """).ToListAsync(cancellationToken);
        var playing = fresh.ToHashSet();
        foreach (var pulse in batch)
            if (pulse.Measured is { } measured && playing.Contains(pulse.PlaybackId))
                events.Publish(measured, measured.PlaybackId.ToString());
        await db.SaveChangesAsync(cancellationToken);
        if (playing.Count == batch.Count)
            return playing;
        Guid[] others = [.. ids.Where(id => !playing.Contains(id))];
        playing.UnionWith(await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM playbacks WHERE id = ANY ({others}) AND state = 'playing'").ToListAsync(cancellationToken));
        return playing;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} heartbeats were not written ({Error})")]
        public static partial void NotWritten(ILogger logger, int count, string error);
    }
}
