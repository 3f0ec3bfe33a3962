using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Streamix.AppHost.Backing.Processes;

/// <summary>
/// An engine's script restarts its server by itself; this starts the script again when that was killed.
/// A person's Stop ends a script with exit code 0 and is respected.
/// </summary>
internal sealed partial class EngineRestarts(
    ResourceNotificationService notifications, ResourceCommandService commands, ILogger<EngineRestarts> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var restarted = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (change.Resource is not EngineProcess) continue;
            var state = change.Snapshot.State?.Text;
            if (state is not ("Exited" or "Finished") || change.Snapshot.ExitCode is null or 0) continue;
            if (!restarted.Add($"{change.ResourceId}@{change.Snapshot.StopTimeStamp:O}")) continue;
            LogCrash(change.Resource.Name, change.Snapshot.ExitCode.Value);
            await commands.ExecuteCommandAsync(change.Resource, KnownResourceCommands.StartCommand, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Engine} ended with exit code {ExitCode}; starting it again")]
    private partial void LogCrash(string engine, int exitCode);
}

internal static class EngineRestartExtensions
{
    public static void RestartCrashedEngines(this IDistributedApplicationBuilder builder) =>
        builder.Services.AddHostedService<EngineRestarts>();
}
