using System.Collections.Concurrent;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>Works on orders, one after the other, and remembers how far each is until the orchestrator has been told of its end.</summary>
internal sealed partial class CacheWork(CachePurge purge, CachePrewarm prewarm, ILogger<CacheWork> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, Work> _works = new();
    private readonly ConcurrentQueue<Work> _waiting = new();
    private readonly SemaphoreSlim _more = new(0);

    /// <summary>Those that are not known yet begin.</summary>
    public void Take(IReadOnlyList<CacheOrder> orders)
    {
        foreach (var order in orders)
        {
            var work = new Work(order);
            if (!_works.TryAdd(order.Id, work))
                continue;
            _waiting.Enqueue(work);
            _more.Release();
        }
    }

    public IReadOnlyList<CacheProgress> Progress() =>
        [.. _works.Values.Where(w => w.State.Length > 0).OrderBy(w => w.Order.Id).Select(w => new CacheProgress(w.Order.Id, w.State, w.Tally.Objects, w.Tally.Bytes, w.Error))];

    /// <summary>The orchestrator knows of these; those that have ended need no more telling.</summary>
    public void Told(IReadOnlyList<CacheProgress> progress)
    {
        foreach (var step in progress)
            if (step.State != CacheStates.Running)
                _works.TryRemove(step.Id, out _);
    }

    public override void Dispose()
    {
        _more.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _more.WaitAsync(stoppingToken);
                if (_waiting.TryDequeue(out var work))
                    await RunAsync(work, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not done comes again after the restart.
        }
    }

    private async Task RunAsync(Work work, CancellationToken stoppingToken)
    {
        work.State = CacheStates.Running;
        try
        {
            await (work.Order.Kind == CacheKinds.Purge ? purge.RunAsync(work.Order, work.Tally, stoppingToken) : prewarm.RunAsync(work.Order, work.Tally, stoppingToken));
            work.State = CacheStates.Done;
            Log.Done(logger, work.Order.Kind, work.Order.Id, work.Tally.Objects);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            (work.Error, work.State) = ($"{e.GetType().Name} after {work.Tally.Objects} objects", CacheStates.Failed);
            Log.Failed(logger, e, work.Order.Kind, work.Order.Id);
        }
    }

    private sealed class Work(CacheOrder order)
    {
        public CacheOrder Order { get; } = order;

        public CacheTally Tally { get; } = new();

        /// <summary>Empty before it begins.</summary>
        public volatile string State = "";

        public volatile string? Error;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The {Kind} of order {OrderId} is done: {Count} objects")]
        public static partial void Done(ILogger logger, string kind, Guid orderId, int count);

        [LoggerMessage(LogLevel.Warning, "The {Kind} of order {OrderId} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string kind, Guid orderId);
    }
}
