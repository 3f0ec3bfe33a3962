using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Streamix.Messaging.Kit.Data;

namespace Streamix.Messaging.Kit.Roles;

/// <summary>Commits events until the database counts enough of them, then ends the process.</summary>
internal sealed class PublishLoop(IServiceScopeFactory scopes, IConfiguration configuration, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int Subjects = 100;
    private const int Writers = 4;
    private const int CheckEvery = 20;
    private TimeSpan _pause;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var target = configuration.GetValue("KIT_TARGET", 1000);
        _pause = TimeSpan.FromMilliseconds(configuration.GetValue("KIT_PAUSE_MS", 0));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(target, stoppingToken)));
        lifetime.StopApplication();
    }

    private async Task WriteAsync(int target, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await KitDatabase.StagedAsync(configuration.GetConnectionString(KitDatabase.Connection)!) >= target)
                    return;
                for (var i = 0; i < CheckEvery; i++)
                {
                    await StepAsync(stoppingToken);
                    await Task.Delay(_pause, stoppingToken);
                }
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(100, stoppingToken); // the database is being killed; the counters say what was committed
            }
        }
    }

    private async Task StepAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var subject = $"subject-{Random.Shared.Next(Subjects)}";
        await scope.ServiceProvider.GetRequiredService<StepPublisher>().StepAsync(subject, Random.Shared.Next(1, 4), stoppingToken);
    }
}
