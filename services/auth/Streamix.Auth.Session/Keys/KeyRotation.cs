using Microsoft.Extensions.Options;

namespace Streamix.Auth.Session.Keys;

/// <summary>Reads the keys again and again, by which the next one is made in time.</summary>
internal sealed partial class KeyRotation(KeyRings rings, IOptions<SessionOptions> options, TimeProvider time, ILogger<KeyRotation> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await rings.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Unread(logger, e);
            }

            await Task.Delay(options.Value.Keys.Refresh, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The signing keys could not be read; the known ones stay in use while they may")]
        public static partial void Unread(ILogger logger, Exception exception);
    }
}
