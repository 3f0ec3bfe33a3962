using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Progress;

/// <summary>Tells others how far a job is, from whichever worker notices first that it is time.</summary>
internal sealed class ProgressReports(IServiceScopeFactory scopes, IOptions<TranscoderOptions> options, TimeProvider time)
{
    /// <summary>False when the last report is too fresh, the job rests, or another worker is telling.</summary>
    public async Task<bool> TellAsync(Guid jobId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        return await db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            var before = now - options.Value.ReportEvery;
            var due = await db.Jobs.FromSql($"""
                SELECT j.*, j.xmin FROM jobs j
                WHERE j.id = {jobId} AND j.state = 'running' AND (j.reported_at IS NULL OR j.reported_at <= {before}) FOR UPDATE SKIP LOCKED
                """).ToListAsync(token);
            if (due.Count == 0)
                return false;
            await TellAsync(db, scope.ServiceProvider.GetRequiredService<IEventPublisher>(), due[0], now, token);
            return true;
        }, cancellationToken: cancellationToken);
    }

    private static async Task TellAsync(TranscoderDb db, IEventPublisher events, TranscodeJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks.Where(t => t.JobId == job.Id).Select(TaskProgress.Of).ToListAsync(cancellationToken);
        var progress = JobProgress.Of(job.Renditions, tasks);
        job.Report(progress.Stage, progress.Fraction, now);
        events.Publish(new AssetProgressed(job.AssetId, job.TitleId, job.Id, job.Sequence, job.Stage, job.Fraction, progress.Renditions, now), job.Subject);
        await db.SaveChangesAsync(cancellationToken);
    }
}
