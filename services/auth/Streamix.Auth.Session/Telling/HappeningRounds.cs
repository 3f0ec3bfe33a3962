namespace Streamix.Auth.Session.Telling;

/// <summary>Carries happenings when there are new ones, and looks now and then for those another replica left behind.</summary>
internal sealed partial class HappeningRounds(Happenings happenings, IServiceScopeFactory scopes, TimeProvider time, ILogger<HappeningRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);
    private DateTimeOffset _forgotAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await happenings.WaitAsync(Pause, time, stoppingToken);
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Waiting(logger, e);
            }
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        int carried;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var courier = scope.ServiceProvider.GetRequiredService<HappeningCourier>();
            carried = await courier.CarryAsync(cancellationToken);
            if (time.GetUtcNow() - _forgotAt > ForgetEvery)
            {
                await courier.ForgetAsync(cancellationToken);
                _forgotAt = time.GetUtcNow();
            }
        }
        while (carried == HappeningCourier.Batch);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What happened to sessions cannot be told at the moment; it waits")]
        public static partial void Waiting(ILogger logger, Exception exception);
    }
}
