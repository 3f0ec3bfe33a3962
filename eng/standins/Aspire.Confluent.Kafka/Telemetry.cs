using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Confluent.Kafka;

namespace Aspire.Confluent.Kafka;

/// <summary>Spans, counts and durations (in seconds) of publishing and receiving; the trace context travels in the header <c>traceparent</c>.</summary>
internal sealed class Telemetry(string? clientId, bool traces, bool measures)
{
    public const string Name = "OpenTelemetry.Instrumentation.ConfluentKafka";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Published = Meter.CreateCounter<long>("messaging.publish.messages");
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("messaging.receive.messages");
    private static readonly Histogram<double> PublishTime = Meter.CreateHistogram<double>("messaging.publish.duration", "s");
    private static readonly Histogram<double> ReceiveTime = Meter.CreateHistogram<double>("messaging.receive.duration", "s");

    public Activity? StartPublish<TKey, TValue>(string topic, Message<TKey, TValue> message)
    {
        var span = traces ? Source.StartActivity($"{topic} publish", ActivityKind.Producer) : null;
        Tag(span, "publish", topic);
        if (span is null) return null;
        message.Headers ??= [];
        DistributedContextPropagator.Current.Inject(span, message.Headers, static (carrier, name, value) =>
        {
            var headers = (Headers)carrier!;
            headers.Remove(name);
            headers.Add(name, Encoding.UTF8.GetBytes(value));
        });
        return span;
    }

    public void EndPublish(Activity? span, string topic, long started, Exception? error)
    {
        if (error is not null) span?.AddException(error).SetStatus(ActivityStatusCode.Error, error.Message);
        span?.Dispose();
        if (measures) Measure(Published, PublishTime, "publish", topic, started, error);
    }

    public void TellReceive<TKey, TValue>(ConsumeResult<TKey, TValue>? result, string? group, DateTimeOffset at, long started)
    {
        if (result?.Message is null) return;
        if (traces)
        {
            var links = Parent(result.Message.Headers) is { } parent ? new[] { new ActivityLink(parent) } : [];
            using var span = Source.StartActivity(ActivityKind.Consumer, parentContext: default, tags: null, links, at, $"{result.Topic} receive");
            Tag(span, "receive", result.Topic);
            span?.SetTag("messaging.consumer.group.name", group);
            span?.SetTag("messaging.kafka.destination.partition", result.Partition.Value);
            span?.SetTag("messaging.kafka.message.offset", result.Offset.Value);
        }

        if (measures) Measure(Received, ReceiveTime, "receive", result.Topic, started, error: null);
    }

    private void Tag(Activity? span, string operation, string topic)
    {
        span?.SetTag("messaging.system", "kafka");
        span?.SetTag("messaging.operation", operation);
        span?.SetTag("messaging.destination.name", topic);
        span?.SetTag("messaging.client_id", clientId);
    }

    private static void Measure(Counter<long> count, Histogram<double> time, string operation, string topic, long started, Exception? error)
    {
        var tags = new TagList { { "messaging.system", "kafka" }, { "messaging.operation", operation }, { "messaging.destination.name", topic } };
        if (error is not null) tags.Add("error.type", error.GetType().FullName);
        count.Add(1, tags);
        time.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
    }

    private static ActivityContext? Parent(Headers? headers) =>
        headers is not null && headers.TryGetLastBytes("traceparent", out var bytes) &&
        ActivityContext.TryParse(Encoding.UTF8.GetString(bytes), traceState: null, isRemote: true, out var context) ? context : null;
}
