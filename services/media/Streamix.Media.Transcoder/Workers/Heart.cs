using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Progress;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>Renews a lease while the work goes on, and stops the work when the lease is lost, or the job is to rest.</summary>
internal sealed partial class Heart(TaskQueue queue, ProgressReports reports, IOptions<TranscoderOptions> options, TimeProvider time, ILogger<Heart> logger)
{
    /// <summary>Returns when the work is over or was stopped.</summary>
    public async Task BeatAsync(TaskLease lease, Pulse pulse, CancellationTokenSource work)
    {
        var until = time.GetUtcNow() + options.Value.Lease;
        using var timer = new PeriodicTimer(options.Value.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(work.Token))
            {
                var asked = time.GetUtcNow();
                var holds = await HoldsAsync(lease, pulse, work.Token);
                if (holds == true)
                    until = asked + options.Value.Lease;
                if (holds == false || time.GetUtcNow() >= until)
                {
                    await work.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Null when the database did not answer.</summary>
    private async Task<bool?> HoldsAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Lease / 3);
        try
        {
            var now = pulse.Now;
            var holds = await queue.RenewAsync(lease, now.Step, now.Fraction, patience.Token);
            if (holds)
                await TellAsync(lease, patience.Token);
            return holds;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Missed(logger, lease.Task.Name, lease.Job.Id, e.GetType().Name);
            return null;
        }
    }

    private async Task TellAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await reports.TellAsync(lease.Job.Id, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Untold(logger, lease.Job.Id, e.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Task} of job {JobId} could not be renewed ({Error})")]
        public static partial void Missed(ILogger logger, string task, Guid jobId, string error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of job {JobId} could not be told ({Error})")]
        public static partial void Untold(ILogger logger, Guid jobId, string error);
    }
}
