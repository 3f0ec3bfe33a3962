using Microsoft.Extensions.Logging;

namespace Streamix.AppHost.Restarts;

/// <summary>Lines in the log of the resource itself, where a person looks for the reason.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "Ended with exit code {ExitCode}; starting again in {Seconds} s")]
    public static partial void Restarting(ILogger logger, int exitCode, double seconds);

    [LoggerMessage(LogLevel.Error, "Ended with exit code {ExitCode}, {Times} times in a row; it stays down until somebody starts it")]
    public static partial void GivenUp(ILogger logger, int exitCode, int times);
}
