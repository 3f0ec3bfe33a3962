using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>Takes what edges tell of themselves.</summary>
internal sealed class EdgeRegister(OrchestratorDb db, EdgeBook book, RevocationDesk revocations, CacheDesk caches, TimeProvider time)
{
    private const string Database = "streaming-cdn-orchestrator-db";

    /// <summary>The next report comes within a second or two, so none waits long for the database.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <exception cref="DependencyUnavailableException">The database did not answer in time; how the edge is, is known here all the same.</exception>
    public async Task<EdgeOrders> HearAsync(string name, EdgeReport report, CancellationToken cancellationToken)
    {
        var load = EdgeLoad.Of(name, report, time.GetUtcNow());
        book.Hear(load);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        try
        {
            return await SingleAttempt.RunAsync(db, token => ExchangeAsync(name, report, load, token), budget.Token);
        }
        catch (Exception e) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DependencyUnavailableException(Database, e);
        }
    }

    private async Task<EdgeOrders> ExchangeAsync(string name, EdgeReport report, EdgeLoad load, CancellationToken cancellationToken)
    {
        await WriteAsync(name, report, load, cancellationToken);
        await caches.NoteAsync(name, report.Progress, cancellationToken);
        var since = await revocations.AfterAsync(report.After, cancellationToken);
        return new(
            since.Position, [.. since.Revoked.Select(r => new RevokedPlayback(r.PlaybackId, r.Until))], since.More, await caches.OrdersOfAsync(name, cancellationToken));
    }

    /// <summary>The first report makes the edge; later ones change nothing that operators decide.</summary>
    private async Task WriteAsync(string name, EdgeReport report, EdgeLoad load, CancellationToken cancellationToken)
    {
        var now = load.ReportedAt;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO edges (name, kind, address, region, capacity, cost, weight, state, created_at, changed_at)
            VALUES ({name}, 'Own', {report.Address}, {report.Region}, {report.Capacity}, {report.Cost}, 1, 'Active', {now}, {now})
            ON CONFLICT (name) DO UPDATE SET address = excluded.address WHERE edges.kind = 'Own' AND edges.address <> excluded.address
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO edge_loads (name, reported_at, state, bits_per_second, connections, hit_ratio, cache_bytes, keys)
            VALUES ({name}, {now}, {load.State}, {load.BitsPerSecond}, {load.Connections}, {load.HitRatio}, {load.CacheBytes}, {load.Keys})
            ON CONFLICT (name) DO UPDATE SET (reported_at, state, bits_per_second, connections, hit_ratio, cache_bytes, keys) =
              (excluded.reported_at, excluded.state, excluded.bits_per_second, excluded.connections, excluded.hit_ratio, excluded.cache_bytes, excluded.keys)
            """, cancellationToken);
    }
}
