using System.Collections.Concurrent;
using Confluent.Kafka;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>The partitions this member owns and how far each is done.</summary>
internal sealed class KafkaAssignment
{
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<TopicPartition, PartitionProgress> _owned = new();
    private readonly AutoResetEvent _settled = new(initialState: false);

    public PartitionProgress this[TopicPartition partition] => _owned.GetOrAdd(partition, _ => new(Settled));

    public int Unsettled => _owned.Values.Sum(p => p.Unsettled);

    /// <summary>Waits until an event was settled since the last wait.</summary>
    public void AwaitSettled(TimeSpan atMost) => _settled.WaitOne(atMost);

    /// <summary>Offsets that may be committed and were not yet.</summary>
    public List<TopicPartitionOffset> Advances() => Advances(_owned);

    /// <summary>These were not committed after all; <see cref="Advances()"/> names them again.</summary>
    public void Retract(List<TopicPartitionOffset> offsets)
    {
        foreach (var offset in offsets)
            if (_owned.TryGetValue(offset.TopicPartition, out var progress))
                progress.Retract(offset.Offset.Value);
    }

    /// <summary>
    /// Gives partitions up: waits for handlers that run (what they commit must not be handled again), then says what to commit.
    /// </summary>
    public List<TopicPartitionOffset> Release(IEnumerable<TopicPartition> partitions)
    {
        var leaving = new Dictionary<TopicPartition, PartitionProgress>();
        foreach (var partition in partitions)
            if (_owned.TryRemove(partition, out var progress))
                leaving.Add(partition, progress);
        Task.WaitAll([.. leaving.Values.Select(p => p.CloseAsync())], HandOver);
        return Advances(leaving);
    }

    public List<TopicPartitionOffset> ReleaseAll() => Release([.. _owned.Keys]);

    private void Settled() => _settled.Set();

    private static List<TopicPartitionOffset> Advances(IEnumerable<KeyValuePair<TopicPartition, PartitionProgress>> partitions) =>
    [
        .. from owned in partitions
           let offset = owned.Value.Advance()
           where offset is not null
           select new TopicPartitionOffset(owned.Key, offset.Value),
    ];
}
