using Microsoft.Extensions.Options;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>Looks for titles whose time has come, on every replica; one at a time opens them.</summary>
internal sealed partial class PremiereWorker(IServiceScopeFactory scopes, IOptions<PublishingOptions> options, TimeProvider time, ILogger<PremiereWorker> logger) : BackgroundService
{
    /// <summary>Opens all that are due; answers how many it opened. One that fails does not keep the others.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        HashSet<Guid> tried = [];
        var opened = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var premiere = scope.ServiceProvider.GetRequiredService<Premiere>();
            if (await premiere.NextAsync(tried, cancellationToken) is not { } id)
                return opened;
            tried.Add(id);
            opened += await TryOpenAsync(premiere, id, cancellationToken) ? 1 : 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TrySweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TrySweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Unreachable(logger, error.GetType().Name);
        }
    }

    private async Task<bool> TryOpenAsync(Premiere premiere, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await premiere.OpenAsync(id, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error, id);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled titles could not be looked for ({Error}); the next round tries again")]
        public static partial void Unreachable(ILogger logger, string error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The scheduled title {TitleId} could not be opened; the next round tries again")]
        public static partial void Failed(ILogger logger, Exception exception, Guid titleId);
    }
}
