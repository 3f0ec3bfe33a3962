using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>
/// Runs continuations of pipes on threads of its own, so that replies are read even while the thread pool is starved.
/// When its queue is longer than allowed, the thread pool takes the rest.
/// </summary>
/// <param name="name">Name of the threads.</param>
/// <param name="workerCount">Most threads; each is started when there is work for it.</param>
/// <param name="useThreadPoolQueueLength">Queue length from which work goes to the thread pool.</param>
/// <param name="priority">Priority of the threads.</param>
public sealed class DedicatedThreadPoolPipeScheduler(
    string? name = null,
    int workerCount = 5,
    int useThreadPoolQueueLength = 10,
    ThreadPriority priority = ThreadPriority.Normal) : PipeScheduler, IDisposable
{
    private readonly Queue<(Action<object?> Action, object? State)> _queue = new();
    private readonly string _name = string.IsNullOrWhiteSpace(name) ? nameof(DedicatedThreadPoolPipeScheduler) : name.Trim();
    private int _started, _idle;
    private long _byQueue, _byPool;
    private bool _disposed;

    /// <summary>Threads this scheduler may have.</summary>
    public int WorkerCount { get; } = workerCount > 0 ? workerCount : throw new ArgumentOutOfRangeException(nameof(workerCount));

    /// <summary>Threads that are free or not started yet.</summary>
    public int AvailableCount
    {
        get { lock (_queue) return WorkerCount - _started + _idle; }
    }

    /// <summary>Pieces of work done by the threads of this scheduler.</summary>
    public long TotalServicedByQueue => Volatile.Read(ref _byQueue);

    /// <summary>Pieces of work passed on to the thread pool.</summary>
    public long TotalServicedByPool => Volatile.Read(ref _byPool);

    /// <inheritdoc/>
    public override void Schedule(Action<object?> action, object? state)
    {
        if (TryEnqueue(action, state)) return;
        Interlocked.Increment(ref _byPool);
        ThreadPool.Schedule(action, state);
    }

    /// <summary>Lets the threads finish what is queued, then ends them; later work goes to the thread pool.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _disposed = true;
            Monitor.PulseAll(_queue);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _name;

    private bool TryEnqueue(Action<object?> action, object? state)
    {
        lock (_queue)
        {
            if (_disposed || _queue.Count >= useThreadPoolQueueLength) return false;
            _queue.Enqueue((action, state));
            if (_idle >= _queue.Count) Monitor.Pulse(_queue);
            else if (_started < WorkerCount) Start();
            return true;
        }
    }

    private void Start()
    {
        _started++;
        new Thread(Work) { Name = _name, Priority = priority, IsBackground = true }.UnsafeStart();
    }

    private void Work()
    {
        while (TryDequeue(out var work))
        {
            try
            {
                work.Action(work.State);
            }
            catch (Exception)
            {
                // A continuation reports through its own task; what still escapes must not end the thread for the others.
            }

            Interlocked.Increment(ref _byQueue);
        }
    }

    private bool TryDequeue(out (Action<object?> Action, object? State) work)
    {
        lock (_queue)
        {
            while (!_queue.TryDequeue(out work))
            {
                if (_disposed) return false;
                _idle++;
                Monitor.Wait(_queue);
                _idle--;
            }

            return true;
        }
    }
}
