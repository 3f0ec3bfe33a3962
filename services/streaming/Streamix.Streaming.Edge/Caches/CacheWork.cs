using System.Collections.Concurrent;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>
/// Works on orders, one after the other, and remembers how far each is until the orchestrator has been told of its end. Purges have a line of their own: they need
/// not wait until something large has been fetched.
/// </summary>
internal sealed partial class CacheWork : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, Work> _works = new();
    private readonly CacheLine<Work> _purges;
    private readonly CacheLine<Work> _prewarms;
    private readonly ILogger<CacheWork> _logger;

    public CacheWork(CachePurge purge, CachePrewarm prewarm, ILogger<CacheWork> logger)
    {
        _purges = new((work, token) => RunAsync(work, purge.RunAsync, token));
        _prewarms = new((work, token) => RunAsync(work, prewarm.RunAsync, token));
        _logger = logger;
    }

    /// <summary>Those that are not known yet begin.</summary>
    public void Take(IReadOnlyList<CacheOrder> orders)
    {
        foreach (var order in orders)
        {
            var work = new Work(order);
            if (_works.TryAdd(order.Id, work))
                (order.Kind == CacheKinds.Purge ? _purges : _prewarms).Add(work);
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(_purges.WorkAsync(stoppingToken), _prewarms.WorkAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not done comes again after the restart.
        }
    }

    private async Task RunAsync(Work work, Func<CacheOrder, CacheTally, CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        work.State = CacheStates.Running;
        try
        {
            await run(work.Order, work.Tally, stoppingToken);
            if (work.Tally.Failed > 0)
                work.Error = $"{work.Tally.Failed} objects could not be fetched";
            work.State = work.Tally is { Failed: > 0, Objects: 0 } ? CacheStates.Failed : CacheStates.Done;
            Log.Ended(_logger, work.Order.Kind, work.Order.Id, work.State, work.Tally.Objects);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            (work.Error, work.State) = ($"{e.GetType().Name} after {work.Tally.Objects} objects", CacheStates.Failed);
            Log.Failed(_logger, e, work.Order.Kind, work.Order.Id);
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
        [LoggerMessage(LogLevel.Information, "The {Kind} of order {OrderId} is {State}: {Count} objects")]
        public static partial void Ended(ILogger logger, string kind, Guid orderId, string state, int count);

        [LoggerMessage(LogLevel.Warning, "The {Kind} of order {OrderId} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string kind, Guid orderId);
    }
}
