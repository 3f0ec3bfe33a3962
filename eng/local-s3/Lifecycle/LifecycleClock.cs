using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Streamix.LocalS3.Lifecycle;

internal sealed class LifecycleClock(LifecycleSweep sweep, IOptions<LocalS3Options> options, TimeProvider clock, ILogger<LifecycleClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            Log.Stopped(log);
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sweep.RunAsync(stoppingToken);
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            Log.Failed(log, error);
        }
    }
}
