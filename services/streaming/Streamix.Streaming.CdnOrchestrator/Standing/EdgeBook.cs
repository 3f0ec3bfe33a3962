using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.CloudFront;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Standing;

/// <summary>
/// The edges and how they are, in memory: a playback that starts asks no database. It holds what all replicas have written, as of a second ago,
/// and what this one has heard itself; while the database is away it holds what it held.
/// </summary>
internal sealed class EdgeBook(
    IServiceScopeFactory scopes, EdgeProbes probes, PathKeys keys, CloudFrontKey cloudFront, IOptions<OrchestratorOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, EdgeLoad> _heard = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Entry[]? _entries;

    /// <summary>A report that came to this replica.</summary>
    public void Hear(EdgeLoad load) => _heard[load.Name] = load;

    /// <summary>Returns when the book has been read once.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => _entries is null ? RefreshAsync(again: false, cancellationToken) : Task.CompletedTask;

    public Task RefreshAsync(CancellationToken cancellationToken) => RefreshAsync(again: true, cancellationToken);

    public void Dispose() => _reading.Dispose();

    /// <summary>One at a time: what was read earlier never replaces what was read later, and many who wait for the first reading cause one.</summary>
    private async Task RefreshAsync(bool again, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (again || _entries is null)
                await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrchestratorDb>();
        var edges = await db.Edges.AsNoTracking().ToListAsync(cancellationToken);
        var loads = await db.Loads.AsNoTracking().ToDictionaryAsync(l => l.Name, StringComparer.Ordinal, cancellationToken);
        _entries = [.. edges.Select(e => new Entry(e, loads.GetValueOrDefault(e.Name)))];
        probes.Watch([.. edges.Where(e => e.Kind == EdgeKind.Own && e.State != EdgeState.Off).Select(e => (e.Name, e.Address))]);
    }

    /// <summary>As of now.</summary>
    public IReadOnlyList<EdgeFacts> Facts() => [.. (_entries ?? []).Select(entry => FactsOf(entry.Edge, Newest(entry.Edge.Name, entry.Load)))];

    public EdgeCondition ConditionOf(EdgeServer edge, EdgeLoad? load) => edge.Kind == EdgeKind.Own
        ? Newest(edge.Name, load) switch
        {
            null => EdgeCondition.Silent,
            var known when time.GetUtcNow() - known.ReportedAt > options.Value.SilentAfter => EdgeCondition.Silent,
            { State: not EdgeStates.Serving } => EdgeCondition.Failing,
            var known when !known.Keys.Contains(keys.Current.Id, StringComparer.Ordinal) => EdgeCondition.OldKeys,
            _ => probes.IsDown(edge.Name) ? EdgeCondition.Unreachable : EdgeCondition.Well,
        }
        : cloudFront.IsThere ? EdgeCondition.Well : EdgeCondition.Unsigned;

    private EdgeFacts FactsOf(EdgeServer edge, EdgeLoad? load) => new(
        edge.Name, edge.Kind, edge.Address, edge.Region, edge.Capacity, edge.Cost, edge.Weight, edge.State, ConditionOf(edge, load),
        (double)(load?.BitsPerSecond ?? 0) / edge.Capacity);

    private EdgeLoad? Newest(string name, EdgeLoad? read) =>
        _heard.TryGetValue(name, out var heard) && (read is null || heard.ReportedAt >= read.ReportedAt) ? heard : read;

    private sealed record Entry(EdgeServer Edge, EdgeLoad? Load);
}
