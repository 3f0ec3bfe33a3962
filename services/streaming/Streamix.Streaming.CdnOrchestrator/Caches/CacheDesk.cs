using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Caches;

/// <summary>Hands orders to edges and notes how far they are.</summary>
internal sealed class CacheDesk(OrchestratorDb db, TimeProvider time)
{
    /// <summary>Open at one edge at a time; the rest waits.</summary>
    public const int MostOrders = 50;

    public async Task<IReadOnlyList<CacheOrder>> OrdersOfAsync(string edge, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await (
            from part in db.JobParts.AsNoTracking()
            join job in db.Jobs.AsNoTracking() on part.JobId equals job.Id
            where part.Edge == edge && part.EndedAt == null && job.DueAt <= now
            orderby job.DueAt, job.Id
            select new CacheOrder(job.Id, job.Kind, job.Prefix, job.Renditions, job.MostBytes)).Take(MostOrders).ToListAsync(cancellationToken);
    }

    /// <summary>What has ended stays as it ended.</summary>
    public async Task NoteAsync(string edge, IReadOnlyList<CacheProgress> progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var step in progress)
        {
            DateTimeOffset? ended = step.State is CacheStates.Done or CacheStates.Failed ? now : null;
            var error = step.Error is { Length: > CacheJobPart.LongestError } text ? text[..CacheJobPart.LongestError] : step.Error;
            await db.JobParts.Where(p => p.JobId == step.Id && p.Edge == edge && p.EndedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.State, step.State).SetProperty(p => p.Objects, step.Objects).SetProperty(p => p.Bytes, step.Bytes)
                    .SetProperty(p => p.Error, error).SetProperty(p => p.EndedAt, ended),
                cancellationToken);
        }
    }

    /// <summary>Our own edges that such work is for. One that is switched off keeps its cache, so it has to purge like the others, and nothing to prewarm.</summary>
    /// <param name="kind">See <see cref="CacheKinds"/>.</param>
    public Task<List<string>> EdgesAsync(string kind, CancellationToken cancellationToken) => db.Edges.AsNoTracking()
        .Where(e => e.Kind == EdgeKind.Own && (kind == CacheKinds.Purge || e.State != EdgeState.Off)).OrderBy(e => e.Name).Select(e => e.Name).ToListAsync(cancellationToken);
}
