using Microsoft.Extensions.Options;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Titles;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Hosting;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>Makes the index ready, then looks for work, on every replica. While engine, catalog or database are away it waits and tries again.</summary>
internal sealed partial class JobWorker(
    IServiceScopeFactory scopes, IIndexWriter index, IndexingMetrics metrics, IOptions<IndexerOptions> options, TimeProvider time, ILogger<JobWorker> logger)
    : Rounds(options.Value.Interval, time, logger)
{
    private bool _prepared;

    protected override bool AtOnce => true;

    /// <summary>One look; returns whether there was a job to work on.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (!_prepared)
            await index.PrepareAsync(cancellationToken);
        _prepared = true;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobSchedule>().TidyAsync(cancellationToken);
        var desk = scope.ServiceProvider.GetRequiredService<JobDesk>();
        if (await desk.TakeAsync(cancellationToken) is not { } job)
            return false;
        Log.Taken(Logger, job.Kind, job.Id, job.Cursor is not null);
        await RunAsync(scope.ServiceProvider, desk, job, cancellationToken);
        return true;
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => StepAsync(stoppingToken);

    private async Task RunAsync(IServiceProvider services, JobDesk desk, Job job, CancellationToken cancellationToken)
    {
        await using var hold = LeaseHold.Begin(scopes, job, options.Value.Lease, Time, cancellationToken);
        try
        {
            var mine = job.Kind == JobKind.Rebuild
                ? await services.GetRequiredService<Rebuild>().RunAsync(job, hold.Token)
                : await services.GetRequiredService<DriftCheck>().RunAsync(job, hold.Token);
            if (mine)
                Ended(job, "finished");
        }
        catch (OperationCanceledException) when (hold.IsLost)
        {
            Log.Lost(Logger, job.Kind, job.Id);
        }
        catch (Exception e) when (e is DependencyUnavailableException or OperationCanceledException || DatabaseFailure.IsUnavailable(e))
        {
            // Stopping, or something is away: whoever comes next goes on from the cursor.
            await desk.ReleaseAsync(job, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            Log.Failed(Logger, e, job.Kind, job.Id);
            var reason = e is GenerationGoneException ? e.Message : $"{e.GetType().Name} after {job.Seen} titles.";
            if (await desk.EndAsync(job, JobState.Failed, reason, null, cancellationToken))
                Ended(job, "failed");
        }
    }

    private void Ended(Job job, string outcome)
    {
        metrics.Ended(job.Kind.ToString(), outcome);
        metrics.Drifted(job.Drift);
        Log.Ended(Logger, job.Kind, job.Id, outcome, job.Seen, job.Drift, job.Repaired);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {JobId} is taken on here; resumed: {Resumed}")]
        public static partial void Taken(ILogger logger, JobKind kind, Guid jobId, bool resumed);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {JobId} {Outcome}: {Seen} titles seen, {Drift} differed, {Repaired} repaired")]
        public static partial void Ended(ILogger logger, JobKind kind, Guid jobId, string outcome, long seen, long drift, long repaired);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {JobId} was cancelled, or is somebody else's by now")]
        public static partial void Lost(ILogger logger, JobKind kind, Guid jobId);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {JobId} failed")]
        public static partial void Failed(ILogger logger, Exception exception, JobKind kind, Guid jobId);
    }
}
