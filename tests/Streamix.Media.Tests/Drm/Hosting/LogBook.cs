using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Streamix.Media.Tests.Drm.Hosting;

/// <summary>Keeps everything that was logged, with its values and scopes.</summary>
[ProviderAlias("LogBook")]
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        _lines.Enqueue(Text(state));
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {Text(state)} {exception}");

    public void Dispose()
    {
    }

    public override string ToString() => string.Join('\n', _lines);

    private static string Text(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : $"{state}";
}
