using Microsoft.Extensions.Options;

namespace Streamix.Users.Account.Sagas;

/// <summary>Takes the steps of one kind of saga, on every replica.</summary>
internal sealed partial class SagaWorker<TSaga>(TSaga saga, IOptions<AccountOptions> options, TimeProvider time, ILogger<SagaWorker<TSaga>> logger) : BackgroundService
    where TSaga : ISaga
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SagaInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await StepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task StepAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await saga.StepAsync(stoppingToken))
            {
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, typeof(TSaga).Name, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A step of {Saga} failed; it is taken again")]
        public static partial void Failed(ILogger logger, string saga, Exception exception);
    }
}
