using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Tests.Privacy;

public sealed partial class RedactionTests : IDisposable
{
    private readonly Recorder _recorder = new();
    private readonly RedactingLoggerFactory _factory;
    private readonly ILogger _logger;

    public RedactionTests()
    {
        _factory = new(new LoggerFactory([_recorder]));
        _logger = _factory.CreateLogger("test");
    }

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void Record_WithMarkedValues_HidesThem()
    {
        Log.Registered(_logger, new Person(7, "Ada", "ada@example.com"));
        var (message, values) = _recorder.Lines.Single();
        message.ShouldBe("Registered Person { Id = 7, Name = [redacted], Mail = [redacted] }");
        values.ShouldNotContain("Ada");
    }

    [Fact]
    public void Values_NamedLikeSecrets_AreHidden()
    {
        Log.SignedIn(_logger, "user@example.com", "hunter2", 3);
        var (message, values) = _recorder.Lines.Single();
        message.ShouldBe("Sign-in of [redacted] with [redacted], attempt 3");
        values.ShouldNotContain("hunter2");
        values.ShouldNotContain("user@example.com");
    }

    [Fact]
    public void Text_WithMailOrToken_IsMasked()
    {
        Log.Note(_logger, "mail to bob@example.org, token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln");
        _recorder.Lines.Single().Message.ShouldBe("Note: mail to [redacted], token [redacted]");
    }

    [Fact]
    public void Harmless_IsLeftAsItIs()
    {
        Log.Note(_logger, "nothing {special} here");
        _recorder.Lines.Single().Message.ShouldBe("Note: nothing {special} here");
    }

    private sealed record Person(int Id, [property: Personal] string Name, [Personal] string Mail);

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(string Message, string Values)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((formatter(state, exception), string.Join(";", (state as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(v => v.Value))));

        public void Dispose()
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Registered {Person}")]
        public static partial void Registered(ILogger logger, Person person);

        [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in of {Email} with {Password}, attempt {Attempt}")]
        public static partial void SignedIn(ILogger logger, string email, string password, int attempt);

        [LoggerMessage(Level = LogLevel.Information, Message = "Note: {Text}")]
        public static partial void Note(ILogger logger, string text);
    }
}
