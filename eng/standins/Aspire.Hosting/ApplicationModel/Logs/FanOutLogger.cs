namespace Aspire.Hosting.ApplicationModel;

internal sealed class FanOutLogger(IReadOnlyList<ILogger> loggers) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => loggers.Any(l => l.IsEnabled(logLevel));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        foreach (var logger in loggers)
            logger.Log(logLevel, eventId, state, exception, formatter);
    }
}
