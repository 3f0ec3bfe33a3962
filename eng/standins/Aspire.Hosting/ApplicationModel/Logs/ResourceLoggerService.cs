using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The console log of every resource: what it prints and what is logged about it.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Channel<LogSubscriber> subscribers = Channel.CreateUnbounded<LogSubscriber>();
    private readonly TimeProvider time;

    /// <summary>Empty logs.</summary>
    public ResourceLoggerService() : this(TimeProvider.System)
    {
    }

    internal ResourceLoggerService(TimeProvider time) => this.time = time;

    /// <summary>A logger whose lines appear in every instance's log.</summary>
    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var loggers = resource.GetResolvedResourceNames().Select(GetLogger).ToArray();
        return loggers.Length == 1 ? loggers[0] : new FanOutLogger(loggers);
    }

    /// <summary>A logger whose lines appear in one instance's log.</summary>
    public ILogger GetLogger(string resourceName) => Find(resourceName);

    /// <summary>The lines so far, then every new one, in batches, until the log is complete.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.GetResolvedResourceNames()[0]);

    /// <inheritdoc cref="WatchAsync(IResource)" />
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Find(resourceName).WatchAsync();

    /// <summary>The lines so far.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.GetResolvedResourceNames()[0]);

    /// <inheritdoc cref="GetAllAsync(IResource)" />
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (Find(resourceName).Lines() is { Count: > 0 } lines)
            yield return lines;
    }

    /// <summary>Says whenever a log gets its first watcher or loses its last.</summary>
    public async IAsyncEnumerable<LogSubscriber> WatchAnySubscribersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (name, log) in logs)
            if (log.HasWatchers)
                yield return new(name, AnySubscribers: true);
        await foreach (var change in subscribers.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return change;
    }

    /// <summary>Ends the logs of a resource.</summary>
    public void Complete(IResource resource)
    {
        foreach (var name in resource.GetResolvedResourceNames())
            Complete(name);
    }

    /// <summary>Ends the log of an instance.</summary>
    public void Complete(string name)
    {
        if (logs.TryGetValue(name, out var log))
            log.Complete();
    }

    /// <summary>Forgets the lines so far.</summary>
    public void ClearBacklog(string resourceName)
    {
        if (logs.TryGetValue(resourceName, out var log))
            log.Clear();
    }

    /// <summary>Ends all logs.</summary>
    public void Dispose()
    {
        foreach (var log in logs.Values)
            log.Complete();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds a line an instance printed itself.</summary>
    internal void Append(string resourceName, string line, bool isError) => Find(resourceName).Append(line, isError);

    private ResourceLog Find(string name) => logs.GetOrAdd(name, n => new ResourceLog(time, any => subscribers.Writer.TryWrite(new(n, any))));
}

/// <summary>A line of a log; numbers begin with 1.</summary>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>Whether anybody watches a log.</summary>
public readonly record struct LogSubscriber(string Name, bool AnySubscribers);
