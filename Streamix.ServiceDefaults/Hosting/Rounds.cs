using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Hosting;

/// <summary>
/// Work that comes round: one round after another. A round that fails, also by a time-out of its own, is told in
/// the log and the next one tries again; nothing but the end of the service ends the rounds.
/// </summary>
/// <param name="interval">From the beginning of one round to that of the next; rounds that take longer follow each other.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of rounds that fail.</param>
public abstract partial class Rounds(TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>One round.</summary>
    protected abstract Task RoundAsync(CancellationToken stoppingToken);

    /// <summary>The first round comes at once and not after an interval.</summary>
    protected virtual bool AtOnce => false;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>The log.</summary>
    protected ILogger Logger => logger;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            if (AtOnce) await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RoundAsync(stoppingToken);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested || e is DependencyUnavailableException || DatabaseFailure.IsUnavailable(e))
        {
            if (!stoppingToken.IsCancellationRequested) Log.Unreachable(logger, GetType().Name, e.GetType().Name);
        }
        catch (Exception e)
        {
            Log.Failed(logger, GetType().Name, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Rounds}: what it needs is away ({Error}); the next round tries again")]
        public static partial void Unreachable(ILogger logger, string rounds, string error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Rounds}: a round failed; the next one tries again")]
        public static partial void Failed(ILogger logger, string rounds, Exception exception);
    }
}
