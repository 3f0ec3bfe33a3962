using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Writes what resources print to the application's own log, category {application}.Resources.{name}.</summary>
internal sealed partial class ResourceLoggerForwarderService(
    ResourceNotificationService notifications,
    ResourceLoggerService resourceLoggers,
    IHostEnvironment environment,
    ILoggerFactory loggers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watched = new Dictionary<string, Task>(StringComparer.OrdinalIgnoreCase);
        await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
            if (!watched.ContainsKey(change.ResourceId))
                watched[change.ResourceId] = ForwardAsync(change.Resource.Name, change.ResourceId, stoppingToken);
    }

    private async Task ForwardAsync(string name, string id, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger($"{environment.ApplicationName}.Resources.{name}");
        await foreach (var batch in resourceLoggers.WatchAsync(id).WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var line in batch)
                if (line.IsErrorMessage)
                    Log.Error(logger, line.LineNumber, line.Content);
                else
                    Log.Line(logger, line.LineNumber, line.Content);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{LineNumber}: {LineContent}")]
        public static partial void Line(ILogger logger, int lineNumber, string lineContent);

        [LoggerMessage(LogLevel.Error, "{LineNumber}: {LineContent}")]
        public static partial void Error(ILogger logger, int lineNumber, string lineContent);
    }
}
