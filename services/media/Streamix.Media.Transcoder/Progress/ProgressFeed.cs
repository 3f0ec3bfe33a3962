using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Progress;

/// <summary>The progress of a job as it is now, and as it goes on.</summary>
internal sealed class ProgressFeed(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public const string Progress = "progress";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Null when there is no such job.</summary>
    public async Task<ProgressView?> NowAsync(Guid jobId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        var job = await db.Jobs.AsNoTracking().Where(j => j.Id == jobId).Select(j => new { j.State, j.Stage, j.Fraction, j.Renditions }).SingleOrDefaultAsync(cancellationToken);
        if (job is null)
            return null;
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.JobId == jobId).Select(TaskProgress.Of).ToListAsync(cancellationToken);
        var workers = await db.Tasks.CountAsync(t => t.JobId == jobId && t.Worker != null, cancellationToken);
        var progress = JobProgress.Of(job.Renditions, tasks);
        return new(job.State, progress.Stage, Math.Max(job.Fraction, progress.Fraction), progress.Renditions, workers);
    }

    /// <summary>One item at once, then one whenever something has moved; ends with the job or with this process.</summary>
    public async IAsyncEnumerable<SseItem<ProgressView>> FollowAsync(Guid jobId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        ProgressView? last = null;
        while (!ending.IsCancellationRequested && await NowAsync(jobId, cancellationToken) is { } now)
        {
            if (now != last)
                yield return new(now, Progress);
            if (now.State.HasEnded())
                yield break;
            last = now;
            await Task.Delay(Look, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
