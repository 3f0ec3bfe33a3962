using Microsoft.Extensions.Options;

namespace Streamix.Media.Drm.Wrapping;

/// <summary>Looks for keys under older key-encryption keys again and again, from the start on.</summary>
internal sealed partial class RewrapRounds(Rewrapper rewrapper, IOptions<DrmOptions> options, TimeProvider time, ILogger<RewrapRounds> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await rewrapper.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, e);
            }

            await Task.Delay(options.Value.RewrapInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Content keys could not be wrapped again; the next round will")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
