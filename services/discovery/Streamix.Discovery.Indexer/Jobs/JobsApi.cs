using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Indexer.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Jobs;

internal static class JobsApi
{
    private const string Route = "/indexing/jobs";
    private const int LargestBody = 4 * 1024;
    private static readonly Order<Job> NewestFirst = Order.Descending((Job j) => j.Id);

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptions<IndexerOptions>().BindConfiguration("Indexer");
        services.AddScoped<JobDesk>().AddScoped<JobSchedule>().AddScoped<Rebuild>().AddScoped<DriftCheck>();
        services.AddSingleton<JobWorker>();
        return services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
    }

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var indexing = app.MapGroup("/indexing").WithTags("Jobs").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        indexing.MapPost("/rebuilds", RebuildAsync).WithName("StartRebuild").WithSummary("Fills another index beside the live one and switches to it").ProducesProblem(StatusCodes.Status409Conflict);
        indexing.MapPost("/checks", CheckAsync).WithName("StartCheck").WithSummary("Compares index and catalog").ProducesProblem(StatusCodes.Status409Conflict);
        indexing.MapPost("/repairs", RepairAsync).WithName("StartRepair").WithSummary("Compares index and catalog and mends what differs").ProducesProblem(StatusCodes.Status409Conflict);
        indexing.MapGet("/jobs", ListAsync).WithName("ListJobs").WithSummary("Rebuilds, checks and repairs, the newest first");
        indexing.MapGet("/jobs/{id:guid}", ReadAsync).WithName("ReadJob").WithSummary("How far a job is");
        indexing.MapDelete("/jobs/{id:guid}", CancelAsync).WithName("CancelJob").WithSummary("Ends a running job; the live index stays as it is").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Results<Accepted<JobView>, ProblemHttpResult>> RebuildAsync(JobDraft draft, IndexerDb db, Caller caller, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(JobKind.Rebuild, draft, db, caller, audit, time, cancellationToken);

    private static Task<Results<Accepted<JobView>, ProblemHttpResult>> CheckAsync(JobDraft draft, IndexerDb db, Caller caller, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(JobKind.Check, draft, db, caller, audit, time, cancellationToken);

    private static Task<Results<Accepted<JobView>, ProblemHttpResult>> RepairAsync(JobDraft draft, IndexerDb db, Caller caller, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(JobKind.Repair, draft, db, caller, audit, time, cancellationToken);

    private static async Task<Results<Accepted<JobView>, ProblemHttpResult>> StartAsync(
        JobKind kind, JobDraft draft, IndexerDb db, Caller caller, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var job = Job.Start(kind, draft.Reason.Trim(), caller.Name, time.GetUtcNow());
        db.Jobs.Add(job);
        audit.Record($"index.{kind.ToString().ToLowerInvariant()}-started", Target(job.Id), draft.Reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DbConflict.IsDuplicate(e, IndexerDb.OneAtATime))
        {
            return Problems.Conflict("Another job is running.");
        }
        return TypedResults.Accepted($"{Route}/{job.Id}", JobView.Of(job, time.GetUtcNow()));
    }

    private static async Task<Ok<Page<JobView>>> ListAsync([AsParameters] PageQuery page, IndexerDb db, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Jobs.AsNoTracking().ToPageAsync(page, NewestFirst, j => JobView.Of(j, time.GetUtcNow()), cancellationToken));

    private static async Task<Results<Ok<JobView>, NotFound>> ReadAsync(Guid id, IndexerDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellationToken) is { } job ? TypedResults.Ok(JobView.Of(job, time.GetUtcNow())) : TypedResults.NotFound();

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> CancelAsync(Guid id, IndexerDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            DateTimeOffset? now = time.GetUtcNow();
            var ended = await db.Jobs.Where(j => j.Id == id && j.State == JobState.Running)
                .ExecuteUpdateAsync(row => row.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.EndedAt, now), token);
            if (ended == 0)
                return await db.Jobs.AnyAsync(j => j.Id == id, token) ? Problems.Conflict("The job has ended already.") : TypedResults.NotFound();
            audit.Record("index.job-cancelled", Target(id));
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static string Target(Guid id) => $"job:{id:n}";
}
