using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Progress;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Administration;

internal static class JobApi
{
    private const int LargestBody = 4 * 1024;
    private const int LogLines = 100;

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/transcoding/jobs").WithTags("Transcoding")
            .RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        jobs.MapGet("/", ListAsync).WithName("ListTranscodeJobs").WithSummary("Jobs by state, asset and title");
        jobs.MapGet("/{id:guid}", ReadAsync).WithName("ReadTranscodeJob").WithSummary("A job: what it was asked for, its plan and why, attempts, times, log");
        jobs.MapGet("/{id:guid}/progress", FollowAsync).WithName("FollowTranscodeJob").WithSummary("Its progress as it goes on, as server-sent events")
            .DisableRequestTimeout();

        var acts = jobs.MapGroup("/{id:guid}").RequireRole(Roles.Admin).RequireAudit();
        acts.MapPost("/cancel", CancelAsync).WithName("CancelTranscodeJob").WithSummary("Ends a job; it can be retried for a while without loss");
        acts.MapPost("/retry", RetryAsync).WithName("RetryTranscodeJob").WithSummary("Begins a failed or cancelled job again, from what is done");
        acts.MapPost("/pause", PauseAsync).WithName("PauseTranscodeJob").WithSummary("Stops the work on a job; finished parts are kept");
        acts.MapPost("/resume", ResumeAsync).WithName("ResumeTranscodeJob").WithSummary("Ends a pause");
        acts.MapPut("/priority", PrioritiseAsync).WithName("PrioritiseTranscodeJob").WithSummary("Makes a job sooner or later");
    }

    private static async Task<Ok<Page<JobSummary>>> ListAsync(
        [AsParameters] JobSearch search, [AsParameters] PageQuery page, TranscoderDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await search.Filter(db.Jobs.AsNoTracking()).ToPageAsync(page, search.Order(), JobSummary.Of, cancellationToken));

    private static async Task<Results<Versioned<JobFile>, NotFound>> ReadAsync(Guid id, TranscoderDb db, CancellationToken cancellationToken)
    {
        if (await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellationToken) is not { } job)
            return TypedResults.NotFound();
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.JobId == id).OrderBy(t => t.Kind).ThenBy(t => t.Number).ToListAsync(cancellationToken);
        var lines = await db.Lines.AsNoTracking().Where(l => l.JobId == id).OrderByDescending(l => l.Id).Take(LogLines).ToListAsync(cancellationToken);
        lines.Reverse();
        var plan = job.Plan is { } planned ? Json.Read<Plan>(planned) : null;
        var package = job.Package is { } made ? Json.Read<MediaPackage>(made) : null;
        var file = new JobFile(
            JobSummary.Of(job),
            JobAsked.Of(job),
            job.Run,
            plan is null ? null : PlanView.Of(plan),
            [.. tasks.Select(TaskView.Of)],
            [.. lines.Select(l => new JobLineView(l.At, l.Worker, l.Text))],
            package,
            JobProgress.Of(job.Renditions, [.. tasks.Select(TaskProgress.OfTask)]).Renditions,
            plan is null ? [] : RenditionQuality.Of(plan, tasks, package));
        return Versioned.Ok(file, job);
    }

    private static async Task<Results<ServerSentEventsResult<ProgressView>, NotFound>> FollowAsync(Guid id, ProgressFeed feed, CancellationToken cancellationToken) =>
        await feed.NowAsync(id, cancellationToken) is null
            ? TypedResults.NotFound()
            : TypedResults.ServerSentEvents(feed.FollowAsync(id, cancellationToken));

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> CancelAsync(Guid id, ActDraft draft, JobDesk desk, CancellationToken cancellationToken) =>
        desk.CancelAsync(id, draft.Reason, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RetryAsync(Guid id, ActDraft draft, JobDesk desk, CancellationToken cancellationToken) =>
        desk.RetryAsync(id, draft.Reason, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> PauseAsync(Guid id, ActDraft draft, JobDesk desk, CancellationToken cancellationToken) =>
        desk.PauseAsync(id, draft.Reason, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> ResumeAsync(Guid id, ActDraft draft, JobDesk desk, CancellationToken cancellationToken) =>
        desk.ResumeAsync(id, draft.Reason, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> PrioritiseAsync(Guid id, PriorityDraft draft, JobDesk desk, CancellationToken cancellationToken) =>
        desk.PrioritiseAsync(id, draft.Priority, cancellationToken);
}
