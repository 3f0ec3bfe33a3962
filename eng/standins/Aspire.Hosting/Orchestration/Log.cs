namespace Aspire.Hosting.Orchestration;

internal static partial class Log
{
    [LoggerMessage(EventId = 0, Level = LogLevel.Critical, Message = "The control plane is gone and its processes with it; the application stops. {Reason}")]
    public static partial void ControlPlaneLost(ILogger logger, string reason);

    [LoggerMessage(EventId = 0, Level = LogLevel.Critical, Message = "Watching the control plane failed; the application stops")]
    public static partial void WatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 0, Level = LogLevel.Error, Message = "A handler or command of resource {ResourceName} failed on its new state")]
    public static partial void ReactionFailed(ILogger logger, Exception exception, string resourceName);

    [LoggerMessage(EventId = 0, Level = LogLevel.Error, Message = "Failed to create resource {ResourceName}")]
    public static partial void NotCreated(ILogger logger, Exception exception, string resourceName);

    [LoggerMessage(EventId = 0, Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void NotStarted(ILogger logger, string reason);

    [LoggerMessage(EventId = 0, Level = LogLevel.Error, Message = "URLs of resource {ResourceName} could not be made")]
    public static partial void UrlsFailed(ILogger logger, Exception exception, string resourceName);

    [LoggerMessage(EventId = 0, Level = LogLevel.Warning, Message = "Log of {ResourceName} ended early")]
    public static partial void LogEnded(ILogger logger, Exception exception, string resourceName);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Distributed application starting.")]
    public static partial void ApplicationStarting(ILogger logger);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Distributed application started. Press Ctrl+C to shut down.")]
    public static partial void ApplicationStarted(ILogger logger);
}
