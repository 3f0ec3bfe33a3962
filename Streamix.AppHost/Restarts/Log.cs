using Microsoft.Extensions.Logging;

namespace Streamix.AppHost.Restarts;

/// <summary>Lines in the log of the resource itself, where a person looks for the reason.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "{End}; starting again in {Seconds} s")]
    public static partial void Restarting(ILogger logger, string end, double seconds);

    [LoggerMessage(LogLevel.Error, "{End}, {Times} times in a row; it stays down until somebody starts it")]
    public static partial void GivenUp(ILogger logger, string end, int times);

    [LoggerMessage(LogLevel.Error, "It could not be started again and stays down until somebody starts it")]
    public static partial void NotRestarted(ILogger logger, Exception error);
}
