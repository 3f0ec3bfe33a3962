using Confluent.Kafka;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>The client settings on which the promises of <see cref="Bus.IEventBus"/> rest.</summary>
internal static class KafkaSettings
{
    public static void Apply(ProducerConfig config)
    {
        config.Acks = Acks.All;
        config.EnableIdempotence = true;
        config.LingerMs = 1;
        config.MessageTimeoutMs = 10_000;
        config.AllowAutoCreateTopics = true;
        config.SocketNagleDisable = true;
    }

    public static void Apply(ConsumerConfig config, string group)
    {
        config.GroupId = group;
        config.EnableAutoCommit = false;
        config.EnableAutoOffsetStore = false;
        config.AutoOffsetReset = AutoOffsetReset.Earliest;
        config.AllowAutoCreateTopics = true;
        config.PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky;
        config.SessionTimeoutMs ??= 10_000;
        config.TopicMetadataRefreshIntervalMs = 10_000;
        config.FetchWaitMaxMs = 100;
        config.SocketNagleDisable = true;
    }
}
