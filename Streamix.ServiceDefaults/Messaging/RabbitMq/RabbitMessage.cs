using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The envelope as AMQP headers; id, type and time also as the properties that tools show.</summary>
internal static class RabbitMessage
{
    public static BasicProperties Properties(BusMessage message) => new()
    {
        Persistent = true,
        ContentType = "application/json",
        MessageId = message.Headers.GetValueOrDefault(EnvelopeHeaders.Id),
        Type = message.Type,
        Headers = message.Headers.ToDictionary(h => h.Key, h => (object?)h.Value),
    };

    /// <summary>Copies, because the client takes the body's memory back.</summary>
    public static BusMessage Read(BasicDeliverEventArgs delivery)
    {
        var headers = (delivery.BasicProperties.Headers ?? new Dictionary<string, object?>())
            .Where(h => h.Value is byte[] or string)
            .ToDictionary(h => h.Key, h => h.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : (string)h.Value!);
        var type = delivery.RoutingKey.LastIndexOf('#') is > 0 and var end ? delivery.RoutingKey[..end] : delivery.RoutingKey;
        return new(type, headers.GetValueOrDefault(EnvelopeHeaders.Subject) ?? "", headers, delivery.Body.ToArray());
    }
}
