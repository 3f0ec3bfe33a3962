using System.Text;
using Confluent.Kafka;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>Topic = type, key = subject, the envelope in the record's headers.</summary>
internal static class KafkaMessage
{
    public static Message<string, byte[]> Write(BusMessage message)
    {
        var headers = new Headers();
        foreach (var (name, value) in message.Headers)
            headers.Add(name, Encoding.UTF8.GetBytes(value));
        return new() { Key = message.Subject, Value = message.Body.ToArray(), Headers = headers };
    }

    public static BusMessage Read(ConsumeResult<string, byte[]> record)
    {
        var headers = new Dictionary<string, string>();
        foreach (var header in record.Message.Headers ?? [])
            headers[header.Key] = Encoding.UTF8.GetString(header.GetValueBytes() ?? []);
        return new(record.Topic, record.Message.Key ?? "", headers, record.Message.Value ?? []);
    }
}
