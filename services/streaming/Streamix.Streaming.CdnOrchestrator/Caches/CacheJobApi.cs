using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Data;

namespace Streamix.Streaming.CdnOrchestrator.Caches;

/// <summary>Purges and prewarming. Edges begin within a second or two and tell how far they are.</summary>
internal static class CacheJobApi
{
    private const string Route = "/edges/jobs";
    private const int LargestBody = 8192;
    private static readonly Order<CacheJob> NewestFirst = Order.Descending((CacheJob j) => j.CreatedAt).ThenDescending(j => j.Id);

    public static void MapCacheJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup(Route).WithTags("Cache jobs").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        jobs.MapGet("/", ListAsync).WithName("ListCacheJobs").WithSummary("Jobs, newest first");
        jobs.MapPost("/", CreateAsync).WithName("CreateCacheJob").WithSummary("Drops a package or an object from caches, or fetches it before anybody asks").WithIdempotency<OrchestratorDb>();
        jobs.MapGet("/{id:guid}", ReadAsync).WithName("ReadCacheJob").WithSummary("How far each edge is");
    }

    private static async Task<Ok<Page<CacheJobView>>> ListAsync([AsParameters] PageQuery page, OrchestratorDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Jobs.AsNoTracking().Include(j => j.Parts).ToPageAsync(page, NewestFirst, CacheJobView.Of, cancellationToken));

    private static async Task<Created<CacheJobView>> CreateAsync(CacheJobDraft draft, OrchestratorDb db, CacheDesk desk, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var known = await desk.EdgesAsync(draft.Kind, cancellationToken);
        var edges = draft.Edges?.Distinct(StringComparer.Ordinal).ToList() ?? known;
        if (edges.Count == 0 || edges.Except(known, StringComparer.Ordinal).Any())
            throw ProblemException.BadRequest("edges", "must be edges of our own, for prewarming such that are not off");
        var now = time.GetUtcNow();
        var job = new CacheJob(Guid.CreateVersion7(now), draft.Kind, draft.Prefix, draft.Renditions ?? [], draft.MostBytes, draft.Reason.Trim(), edges, now);
        db.Jobs.Add(job);
        audit.Record($"edge-cache.{draft.Kind}", $"edge-cache:{job.Id}", job.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"{Route}/{job.Id}", CacheJobView.Of(job));
    }

    private static async Task<Results<Ok<CacheJobView>, NotFound>> ReadAsync(Guid id, OrchestratorDb db, CancellationToken cancellationToken) =>
        await db.Jobs.AsNoTracking().Include(j => j.Parts).SingleOrDefaultAsync(j => j.Id == id, cancellationToken) is { } job
            ? TypedResults.Ok(CacheJobView.Of(job))
            : TypedResults.NotFound();
}
