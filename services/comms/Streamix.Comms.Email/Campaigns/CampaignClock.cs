using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>Runs the feed: every second while a campaign runs, else when something happens.</summary>
internal sealed partial class CampaignClock(IServiceScopeFactory scopes, MailSignal signal, TimeProvider time, ILogger<CampaignClock> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            var running = await FeedAsync(stoppingToken);
            var wait = Task.Delay(running ? Tick : Idle, time, stoppingToken);
            await Task.WhenAny(running ? wait : Task.WhenAny(next, wait));
        }
    }

    private async Task<bool> FeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CampaignFeed>().FeedAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotFed(logger, error.GetType().Name);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Campaigns could not be fed ({Error}); next try in a second")]
        public static partial void NotFed(ILogger logger, string error);
    }
}
