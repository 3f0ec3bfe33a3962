using System.Diagnostics;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Workers.Steps;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>Works on one leased task until it has an outcome.</summary>
internal sealed partial class TaskRunner(
    IEnumerable<ITaskStep> steps, Heart heart, TaskOutcomes outcomes, TranscoderMetrics metrics, IOptions<TranscoderOptions> options, ILogger<TaskRunner> logger)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);
    private readonly Dictionary<TaskKind, ITaskStep> _steps = steps.ToDictionary(s => s.Kind);

    public async Task RunAsync(TaskLease lease, CancellationToken stoppingToken)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var pulse = new Pulse();
        var beating = heart.BeatAsync(lease, pulse, work);
        var started = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            await (lease.Task.Losses > options.Value.MostLosses
                ? outcomes.FailedAsync(lease, $"{lease.Task.Losses} workers fell silent over {lease.Task.Name}.", final: true, work.Token)
                : _steps[lease.Task.Kind].RunAsync(lease, pulse, work.Token));
        }
        catch (Exception e)
        {
            outcome = await EndAsync(lease, e, work.IsCancellationRequested);
        }
        finally
        {
            await work.CancelAsync();
            await beating;
            metrics.Worked(lease.Task.Kind, outcome, Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>The outcome is written even while this process stops, if it can be.</summary>
    private async Task<string> EndAsync(TaskLease lease, Exception error, bool stopped)
    {
        using var patience = new CancellationTokenSource(LastWords);
        try
        {
            return await TellAsync(lease, error, stopped, patience.Token);
        }
        catch (LeaseLostException)
        {
            Log.Lost(logger, lease.Task.Name, lease.Job.Id, lease.Token);
            return "lost";
        }
        catch (Exception e)
        {
            // The lease runs out, and somebody tries again.
            Log.Untold(logger, lease.Task.Name, lease.Job.Id, e.GetType().Name);
            return "untold";
        }
    }

    private async Task<string> TellAsync(TaskLease lease, Exception error, bool stopped, CancellationToken cancellationToken)
    {
        switch (error)
        {
            case OperationCanceledException when stopped:
            case LeaseLostException:
                await outcomes.ReleaseAsync(lease, TimeSpan.Zero, null, cancellationToken);
                return "released";
            case RejectedException rejected:
                await outcomes.RejectedAsync(lease, rejected.Code, rejected.Reason, cancellationToken);
                return "rejected";
            case AssetGoneException:
                await outcomes.GoneAsync(lease, cancellationToken);
                return "gone";
            case ScratchFullException { Never: false }:
                await outcomes.ReleaseAsync(lease, options.Value.Patience, null, cancellationToken);
                return "no-room";
            case ScratchFullException:
                await outcomes.FailedAsync(lease, error.Message, final: true, cancellationToken);
                return "no-room";
        }
        if (Outage.Of(error) is { } away)
        {
            Log.Away(logger, lease.Task.Name, lease.Job.Id, away, error.GetType().Name);
            await outcomes.ReleaseAsync(lease, options.Value.Patience, $"{away} does not answer.", cancellationToken);
            return "away";
        }
        var reason = LogText.Clean(error is PipelineException or SourceChangedException ? error.Message : $"{error.GetType().Name}: {error.Message}", JobLine.LongestText);
        Log.Failed(logger, lease.Task.Name, lease.Job.Id, reason);
        await outcomes.FailedAsync(lease, reason, final: false, cancellationToken);
        return "failed";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Task} of job {JobId} is somebody else's by now; what was done under {Token} counts for nothing")]
        public static partial void Lost(ILogger logger, string task, Guid jobId, long token);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Task} of job {JobId}: its outcome could not be written ({Error}); the lease runs out")]
        public static partial void Untold(ILogger logger, string task, Guid jobId, string error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Task} of job {JobId} waits: {Dependency} does not answer ({Error})")]
        public static partial void Away(ILogger logger, string task, Guid jobId, string dependency, string error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Task} of job {JobId} failed: {Reason}")]
        public static partial void Failed(ILogger logger, string task, Guid jobId, string reason);
    }
}
