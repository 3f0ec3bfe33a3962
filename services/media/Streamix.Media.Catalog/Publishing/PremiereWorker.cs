using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>Looks for titles whose time has come, on every replica; one at a time opens them.</summary>
internal sealed partial class PremiereWorker(IServiceScopeFactory scopes, IOptions<PublishingOptions> options, TimeProvider time, ILogger<PremiereWorker> logger)
    : Rounds(options.Value.Interval, time, logger)
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

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);

    private async Task<bool> TryOpenAsync(Premiere premiere, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await premiere.OpenAsync(id, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(Logger, error, id);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The scheduled title {TitleId} could not be opened; the next round tries again")]
        public static partial void Failed(ILogger logger, Exception exception, Guid titleId);
    }
}
