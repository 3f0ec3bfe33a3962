namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>Decides when partitions are paused: when the member is full, until it is half empty.</summary>
internal sealed class KafkaFlow(int prefetch)
{
    private bool? _paused;

    public bool IsPaused => _paused is true;

    /// <summary>After a rebalance some partitions are paused and others flow.</summary>
    public void Forget() => _paused = null;

    /// <summary>True when every partition is to be paused now, false when all are to flow, null when they are as they should be.</summary>
    public bool? Change(int unsettled, bool receiving)
    {
        var pause = !receiving || unsettled >= prefetch || (IsPaused && unsettled > prefetch / 2);
        return pause == _paused ? null : _paused = pause;
    }
}
