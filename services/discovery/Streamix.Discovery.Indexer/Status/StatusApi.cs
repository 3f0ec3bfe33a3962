using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Data;
using Streamix.Discovery.Indexer.Jobs;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Status;

/// <summary>What stands in the index, what is being done, and how quickly changes are found.</summary>
internal sealed record IndexStatus(IReadOnlyList<IndexGeneration> Generations, JobView? Running, JobView? LastCheck, SearchableTimes EventToSearchable);

/// <summary>From the change in the catalog until searches find it, over the last hour.</summary>
internal sealed record SearchableTimes(int Count, double? P50Seconds, double? P99Seconds, double? MaxSeconds, IReadOnlyList<SlowChange> Slowest);

internal sealed record SlowChange(Guid TitleId, long Revision, DateTimeOffset ChangedAt, double Seconds);

internal static class StatusApi
{
    private const int ShownSlowest = 5;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapGroup("/indexing").WithTags("Status").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .MapGet("/", ReadAsync).WithName("ReadIndexStatus").WithSummary("The index, what is being done to it, and how quickly changes are found");

    private static async Task<Ok<IndexStatus>> ReadAsync(IIndexWriter index, IndexerDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var running = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.State == JobState.Running, cancellationToken);
        var checkedLast = await db.Jobs.AsNoTracking().Where(j => j.Kind != JobKind.Rebuild && j.State == JobState.Finished).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new IndexStatus(
            await index.GenerationsAsync(cancellationToken), View(running), View(checkedLast), await TimesAsync(db, now - Lately, cancellationToken)));

        JobView? View(Job? job) => job is null ? null : JobView.Of(job, now);
    }

    private static async Task<SearchableTimes> TimesAsync(IndexerDb db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var lately = db.Times.AsNoTracking().Where(t => t.SearchableAt >= since);
        var seconds = await lately.Select(t => t.Seconds).OrderBy(s => s).ToListAsync(cancellationToken);
        var slowest = await lately.OrderByDescending(t => t.Seconds).Take(ShownSlowest).Select(t => new SlowChange(t.TitleId, t.Revision, t.ChangedAt, t.Seconds)).ToListAsync(cancellationToken);
        return new(seconds.Count, At(0.5), At(0.99), At(1), slowest);

        double? At(double quantile) => seconds.Count == 0 ? null : seconds[(int)Math.Ceiling(quantile * seconds.Count) - 1];
    }
}
