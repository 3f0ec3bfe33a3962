using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>
/// Runs deliveries of different subjects side by side and those of one subject one after the other: while one is tried again,
/// the later ones of its subject wait.
/// </summary>
internal sealed class SubjectLanes(int concurrency, Func<BusDelivery, HandlerSlot, CancellationToken, Task> handle)
{
    private readonly Dictionary<string, Queue<BusDelivery>> _lanes = [];
    private readonly SemaphoreSlim _slots = new(concurrency);
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly TaskCompletionSource<Exception> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a delivery could be brought to no end at all; the subscription has to begin anew.</summary>
    public Task<Exception> Fault => _fault.Task;

    public int Active
    {
        get
        {
            lock (_lanes)
                return _lanes.Count;
        }
    }

    public void Enqueue(BusDelivery delivery)
    {
        var subject = delivery.Message.Subject;
        lock (_lanes)
        {
            if (_draining.IsCancellationRequested)
            {
                delivery.Abandon();
                return;
            }

            if (_lanes.TryGetValue(subject, out var waiting))
            {
                waiting.Enqueue(delivery);
                return;
            }

            _lanes.Add(subject, new([delivery]));
        }

        _ = Task.Run(() => RunLaneAsync(subject), CancellationToken.None);
    }

    /// <summary>Begins nothing more: gives up what waits and what still comes.</summary>
    public void Close() => _draining.Cancel();

    /// <summary>Closes, and lets the running handlers finish.</summary>
    public async Task DrainAsync()
    {
        Close();
        lock (_lanes)
            if (_lanes.Count == 0)
                _empty.TrySetResult();
        await _empty.Task;
    }

    /// <summary>Cancels the running handlers.</summary>
    public Task AbortAsync() => _aborting.CancelAsync();

    private async Task RunLaneAsync(string subject)
    {
        while (Next(subject) is { } delivery)
            await RunAsync(delivery);
    }

    private async Task RunAsync(BusDelivery delivery)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(delivery.Revoked, _draining.Token);
        using var slot = new HandlerSlot(_slots, waiting.Token);
        try
        {
            await slot.TakeAsync();
            await handle(delivery, slot, _aborting.Token);
            await delivery.AcknowledgeAsync();
        }
        catch (Exception error)
        {
            delivery.Abandon();
            if (!waiting.IsCancellationRequested)
                Fail(error);
        }
    }

    /// <summary>The next of the subject must not run before the one that failed, so nothing runs any more.</summary>
    private void Fail(Exception error)
    {
        Close();
        _fault.TrySetResult(error);
    }

    private BusDelivery? Next(string subject)
    {
        lock (_lanes)
        {
            if (_lanes[subject].TryDequeue(out var delivery))
                return delivery;
            _lanes.Remove(subject);
            if (_draining.IsCancellationRequested && _lanes.Count == 0)
                _empty.TrySetResult();
            return null;
        }
    }
}
