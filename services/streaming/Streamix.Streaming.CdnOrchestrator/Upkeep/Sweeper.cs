using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Upkeep;

/// <summary>Removes what nobody needs any more, and gives up on parts of edges that are gone for good. Safe in several replicas.</summary>
internal sealed class Sweeper(IServiceScopeFactory scopes, IOptions<OrchestratorOptions> options, TimeProvider time, ILogger<Sweeper> logger)
    : Rounds(Interval, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrchestratorDb>();
        var now = Time.GetUtcNow();
        var (over, old, abandoned) = (now - Margin, now - options.Value.JobsKept, now - GivenUp);
        DateTimeOffset? ended = now;
        // A purge waits for an edge that is only away: it comes back with its cache.
        await db.JobParts.Where(p => p.EndedAt == null
            && db.Jobs.Any(j => j.Id == p.JobId && j.DueAt < abandoned && (j.Kind != CacheKinds.Purge || !db.Edges.Any(e => e.Name == p.Edge)))).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, CacheStates.Failed).SetProperty(p => p.Error, "The edge did not end this in time.").SetProperty(p => p.EndedAt, ended), cancellationToken);
        return await db.Revocations.Where(r => r.Until < over).ExecuteDeleteAsync(cancellationToken)
            + await db.Jobs.Where(j => j.CreatedAt < old && j.Parts.All(p => p.EndedAt != null)).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
