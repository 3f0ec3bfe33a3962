using System.Globalization;
using RabbitMQ.Client;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>
/// One direct exchange; each group has a fixed number of durable queues, bound by <c>type#partition</c>. A queue has one active
/// consumer at a time, so the replicas of a group keep the order of a subject.
/// </summary>
internal static class RabbitTopology
{
    /// <summary>Publishers and consumers must agree on it for ever.</summary>
    public const int Partitions = 4;

    public const string Exchange = "streamix.events";

    private static readonly Dictionary<string, object?> QueueArguments = new()
    {
        ["x-queue-type"] = "classic",
        ["x-single-active-consumer"] = true,
    };

    public static string RoutingKey(string type, string subject) => RoutingKey(type, SubjectPartition.Of(subject, Partitions));

    public static string Queue(string group, int partition) => $"{group}.events.{partition.ToString(CultureInfo.InvariantCulture)}";

    public static Task DeclareExchangeAsync(IChannel channel, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(Exchange, ExchangeType.Direct, durable: true, autoDelete: false, cancellationToken: cancellationToken);

    public static async Task DeclareQueueAsync(IChannel channel, BusSubscription subscription, int partition, CancellationToken cancellationToken)
    {
        var queue = Queue(subscription.Group, partition);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, QueueArguments, cancellationToken: cancellationToken);
        foreach (var type in subscription.Types)
            await channel.QueueBindAsync(queue, Exchange, RoutingKey(type, partition), cancellationToken: cancellationToken);
    }

    private static string RoutingKey(string type, int partition) => $"{type}#{partition.ToString(CultureInfo.InvariantCulture)}";
}
