using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Streamix.Auth.Tests.Session.Hosting;

/// <summary>Keeps what was logged as an error, so that a test that meets a 500 can say why.</summary>
internal sealed class Failures : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _seen = new();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _seen.Enqueue($"{formatter(state, exception)}: {exception}");
    }

    public void Dispose()
    {
    }

    public override string ToString() => string.Join('\n', _seen);
}
