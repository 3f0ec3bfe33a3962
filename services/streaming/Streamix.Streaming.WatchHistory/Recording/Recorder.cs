using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.WatchHistory.Recording;

/// <summary>Gathers what many calls bring for a moment and writes it in one transaction. Each call has its answer when that is committed.</summary>
internal sealed partial class Recorder(IServiceScopeFactory scopes, IOptions<HistoryOptions> options, HistoryMetrics metrics, ILogger<Recorder> logger) : BackgroundService
{
    private readonly Channel<Call> _calls = Channel.CreateBounded<Call>(new BoundedChannelOptions(options.Value.Waiting) { SingleReader = true });

    /// <summary>Returns when the marks are durable.</summary>
    /// <exception cref="DependencyUnavailableException">More wait already than can be written in time, or the database is away.</exception>
    public async Task RecordAsync(IReadOnlyList<Mark> marks, CancellationToken cancellationToken)
    {
        var call = new Call(MarkRules.Joined(marks)); // of a catch-up as few are left as it has titles
        if (!_calls.Writer.TryWrite(call))
            throw new DependencyUnavailableException("streaming-watch-history-db");
        await call.Written.Task.WaitAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _calls.Writer.TryComplete(); // what waits is written before the service ends
        if (ExecuteTask is { } running)
            await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _calls.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (_calls.Reader.Count < options.Value.Together && !stoppingToken.IsCancellationRequested)
                await Task.Delay(options.Value.Gather, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WriteAsync(Take());
        }
    }

    private List<Call> Take()
    {
        List<Call> taken = [];
        for (var count = 0; count < options.Value.Together && _calls.Reader.TryRead(out var call); count += call.Marks.Count)
            taken.Add(call);
        return taken;
    }

    private async Task WriteAsync(IReadOnlyList<Call> calls)
    {
        try
        {
            await CommitAsync(calls);
            foreach (var call in calls)
                call.Written.TrySetResult();
        }
        catch (Exception e) when (calls.Count > 1 && !DatabaseFailure.IsUnavailable(e))
        {
            foreach (var call in calls) // one of them is to blame; the others shall not suffer for it
                await WriteAsync([call]);
        }
        catch (Exception e)
        {
            metrics.Failed(calls.Sum(c => c.Marks.Count));
            Log.NotWritten(logger, calls.Count, e.GetType().Name);
            foreach (var call in calls)
                call.Written.TrySetException(DatabaseFailure.IsUnavailable(e) ? new DependencyUnavailableException("streaming-watch-history-db", e) : e);
        }
    }

    private async Task CommitAsync(IReadOnlyList<Call> calls)
    {
        var began = Stopwatch.GetTimestamp();
        var marks = MarkRules.Joined(calls.SelectMany(c => c.Marks));
        await using var scope = scopes.CreateAsyncScope();
        var completed = await scope.ServiceProvider.GetRequiredService<PositionWriter>().WriteAsync(marks, CancellationToken.None);
        metrics.Written(marks.Count, completed, Stopwatch.GetElapsedTime(began));
    }

    /// <param name="Marks">One for each profile and title.</param>
    private sealed record Call(IReadOnlyList<Mark> Marks)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The positions of {Calls} calls were not written ({Error})")]
        public static partial void NotWritten(ILogger logger, int calls, string error);
    }
}
