using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class ResourceLog(TimeProvider time, Action<bool> anyWatchers) : ILogger
{
    private const int Backlog = 10_000;

    private readonly Queue<LogLine> lines = new();
    private readonly List<ChannelWriter<LogLine>> watchers = [];
    private readonly Lock gate = new();
    private bool complete;
    private int lastNumber;

    public bool HasWatchers
    {
        get
        {
            lock (gate)
                return watchers.Count > 0;
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var text = formatter(state, exception) + (exception is null ? "" : Environment.NewLine + exception);
        var now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        Append($"{now} {text}", logLevel >= LogLevel.Error);
    }

    public void Append(string content, bool isError)
    {
        lock (gate)
        {
            var line = new LogLine(++lastNumber, content, isError);
            lines.Enqueue(line);
            if (lines.Count > Backlog)
                lines.Dequeue();
            foreach (var watcher in watchers)
                watcher.TryWrite(line);
        }
    }

    public ImmutableArray<LogLine> Snapshot()
    {
        lock (gate)
            return [.. lines];
    }

    public IReadOnlyList<LogLine> Lines() => Snapshot();

    public void Clear()
    {
        lock (gate)
            lines.Clear();
    }

    public void Complete()
    {
        lock (gate)
        {
            complete = true;
            foreach (var watcher in watchers)
                watcher.TryComplete();
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<LogLine>(new() { SingleReader = true });
        var backlog = Enter(channel.Writer);
        try
        {
            if (backlog.Length > 0)
                yield return backlog;
            while (await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var batch = new List<LogLine>();
                while (channel.Reader.TryRead(out var line))
                    batch.Add(line);
                yield return batch;
            }
        }
        finally
        {
            Leave(channel.Writer);
        }
    }

    private ImmutableArray<LogLine> Enter(ChannelWriter<LogLine> watcher)
    {
        lock (gate)
        {
            watchers.Add(watcher);
            if (complete)
                watcher.TryComplete();
            if (watchers.Count == 1)
                anyWatchers(true);
            return [.. lines];
        }
    }

    private void Leave(ChannelWriter<LogLine> watcher)
    {
        lock (gate)
            if (watchers.Remove(watcher) && watchers.Count == 0)
                anyWatchers(false);
    }
}
