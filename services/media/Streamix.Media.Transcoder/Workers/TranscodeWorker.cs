using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>The slots of this replica: each takes a task, works on it, and takes the next.</summary>
internal sealed partial class TranscodeWorker(
    TaskQueue queue, TaskRunner runner, SourceShelf shelf, WorkSignal signal, WorkerName name, IOptions<TranscoderOptions> options, TimeProvider time, ILogger<TranscodeWorker> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Slots).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                if (await queue.TakeAsync(name.Value, stoppingToken) is { } lease)
                {
                    await runner.RunAsync(lease, stoppingToken);
                    continue;
                }
                shelf.Sweep();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NothingTaken(logger, e.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.WhenAny(next, Task.Delay(options.Value.Poll, time, stoppingToken));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No task could be taken ({Error}); the next try is soon")]
        public static partial void NothingTaken(ILogger logger, string error);
    }
}
