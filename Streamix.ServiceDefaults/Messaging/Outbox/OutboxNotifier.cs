using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>In a process without a relay: passes its wake-ups on to the processes that have one.</summary>
internal sealed class OutboxNotifier<TDb>(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<OutboxNotifier<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await signal.WaitAsync(TimeSpan.FromHours(1), time, stoppingToken))
                    await NotifyAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.ListenFailed(error.GetType().Name, Quiet);
            }

            await Task.Delay(Quiet, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task NotifyAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await OutboxNotification.SendAsync(scope.ServiceProvider.GetRequiredService<TDb>(), stoppingToken);
    }
}
