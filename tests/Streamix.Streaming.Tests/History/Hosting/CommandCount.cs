using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Streamix.Streaming.Tests.History.Hosting;

/// <summary>Counts what one database is asked from here while this lives. Made before the first question: EF Core remembers for a while that nobody listens.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _subscriptions = [];
    private readonly string _database;
    private int _total;

    public CommandCount(string connectionString)
    {
        _database = connectionString;
        _subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Total => Volatile.Read(ref _total);

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name)
            _subscriptions.Enqueue(listener.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Value is CommandExecutedEventData { Command.Connection.Database: { } database } && _database.Contains($"Database={database};", StringComparison.Ordinal))
            Interlocked.Increment(ref _total);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}
