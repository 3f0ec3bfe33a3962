using Microsoft.Extensions.Logging;

namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Names of types, ids and counts only: subjects, contents and exception messages may hold personal data.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "The outbox could not be relayed ({Error}); next try in {Delay}")]
    public static partial void RelayFailed(this ILogger logger, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "Listening for outbox notifications failed ({Error}); next try in {Delay}")]
    public static partial void ListenFailed(this ILogger logger, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Information, "Nobody listens to {Type} yet; its events wait")]
    public static partial void Unrouted(this ILogger logger, string type);

    [LoggerMessage(LogLevel.Information, "{Count} events of types nobody listens to were let go")]
    public static partial void LetGo(this ILogger logger, int count);

    [LoggerMessage(LogLevel.Information, "Group {Group} listens to {Count} event types through {System}")]
    public static partial void Listening(this ILogger logger, string group, int count, string system);

    [LoggerMessage(LogLevel.Warning, "The subscription of group {Group} failed or was lost ({Error}); next try in {Delay}")]
    public static partial void SubscriptionLost(this ILogger logger, string group, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "{Handler} failed on {Type} {EventId}, attempt {Attempt} ({Error}); next try in {Delay}")]
    public static partial void HandlerFailed(
        this ILogger logger, string handler, string type, Guid eventId, int attempt, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Error, "{Handler} gave up on {Type} {EventId} after {Attempts} attempts ({Error}): dead letter")]
    public static partial void DeadLettered(this ILogger logger, string handler, string type, Guid eventId, int attempts, string error);

    [LoggerMessage(LogLevel.Warning, "Database out of reach while handling {Type} ({Error}); next try in {Delay}")]
    public static partial void DatabaseAway(this ILogger logger, string type, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "{Dependency} out of reach while handling {Type}; next try in {Delay}")]
    public static partial void DependencyAway(this ILogger logger, string dependency, string type, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "{Count} handlers did not finish before the shutdown limit; their events come again")]
    public static partial void NotDrained(this ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "Kafka: {Code}")]
    public static partial void KafkaTrouble(this ILogger logger, string code);
}
