using Confluent.Kafka;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>
/// Commits what is done, beside the polling thread: a broker answers a commit only after the join that the member has asked for,
/// and events must go on meanwhile.
/// </summary>
internal sealed class KafkaCommits(IConsumer<string, byte[]> consumer, KafkaAssignment assignment, Action<Error> trouble)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private Task _running = Task.CompletedTask;
    private long _last = Environment.TickCount64;

    /// <summary>Begins a commit when it is time for one and the one before has ended.</summary>
    public void Serve()
    {
        if (!_running.IsCompleted || Environment.TickCount64 - _last < Every.TotalMilliseconds)
            return;
        _running.GetAwaiter().GetResult();
        _last = Environment.TickCount64;
        var offsets = assignment.Advances();
        if (offsets.Count > 0)
            _running = Task.Run(() => Commit(offsets));
    }

    /// <summary>Commits these after the one that may be running, and waits for the answer.</summary>
    public void Finish(List<TopicPartitionOffset> offsets)
    {
        Task.WaitAny(_running);
        if (offsets.Count > 0)
            Commit(offsets);
    }

    private void Commit(List<TopicPartitionOffset> offsets)
    {
        try
        {
            consumer.Commit(offsets);
        }
        catch (KafkaException error)
        {
            assignment.Retract(offsets); // costs duplicates at most
            trouble(error.Error);
        }
    }
}
