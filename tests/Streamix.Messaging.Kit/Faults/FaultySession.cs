using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Kit.Faults;

/// <summary>Holds deliveries back so that other subjects overtake them, and breaks off now and then.</summary>
internal sealed class FaultySession(FaultPlan plan, Action<BusDelivery> receive) : IBusSession
{
    private readonly Dictionary<string, Queue<BusDelivery>> _held = [];
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IBusSession? _inner;
    private bool _stopped;
    private Timer? _release;

    public Task Lost { get; private set; } = Task.CompletedTask;

    public FaultySession Around(IBusSession inner)
    {
        _inner = inner;
        Lost = Task.WhenAny(inner.Lost, _broken.Task);
        _release = new Timer(_ => ReleaseAll(), null, 20, 20);
        return this;
    }

    public void Receive(BusDelivery delivery)
    {
        if (plan.Disconnects())
            _broken.TrySetResult();
        lock (_held)
        {
            if (_stopped)
                delivery.Abandon();
            else if (_held.TryGetValue(delivery.Message.Subject, out var waiting))
                waiting.Enqueue(delivery);
            else if (plan.Hits(plan.Reorder))
                _held.Add(delivery.Message.Subject, new([delivery]));
            else
                receive(delivery);
        }
    }

    public async Task StopReceivingAsync(CancellationToken cancellationToken)
    {
        await _inner!.StopReceivingAsync(cancellationToken);
        lock (_held)
        {
            _stopped = true;
            foreach (var delivery in _held.Values.SelectMany(q => q))
                delivery.Abandon();
            _held.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_release is not null)
            await _release.DisposeAsync();
        await _inner!.DisposeAsync();
    }

    private void ReleaseAll()
    {
        lock (_held)
        {
            foreach (var delivery in _held.Values.SelectMany(q => q))
                receive(delivery);
            _held.Clear();
        }
    }
}
