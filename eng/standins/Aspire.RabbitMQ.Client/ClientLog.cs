using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace Aspire.RabbitMQ.Client;

/// <summary>Passes what the client tells its event source on to the log.</summary>
internal sealed class ClientLog : EventListener
{
    private readonly ILogger? _logger;
    private EventSource? _source;

    public ClientLog(ILoggerFactory logging)
    {
        _logger = logging.CreateLogger("RabbitMQ.Client");
        if (_source is { } early) EnableEvents(early, EventLevel.Informational);
    }

    // The base class calls this for sources that exist already before the constructor above has run.
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name != "rabbitmq-client") return;
        _source = eventSource;
        if (_logger is not null) EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_logger is null) return;
        var text = eventData.Payload is { Count: > 0 } payload ? payload[0]?.ToString() ?? "" : eventData.EventName ?? "";
        switch (eventData.Level)
        {
            case EventLevel.Critical or EventLevel.Error:
                Log.Failed(_logger, text);
                break;
            case EventLevel.Warning:
                Log.Warned(_logger, text);
                break;
            default:
                Log.Told(_logger, text);
                break;
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "{Text}")]
    public static partial void Failed(ILogger logger, string text);

    [LoggerMessage(LogLevel.Warning, "{Text}")]
    public static partial void Warned(ILogger logger, string text);

    [LoggerMessage(LogLevel.Information, "{Text}")]
    public static partial void Told(ILogger logger, string text);
}
