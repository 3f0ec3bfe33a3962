using System.Diagnostics;
using System.Diagnostics.Metrics;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>Spans and metrics of messaging. Tags name types and handlers, never subjects or contents.</summary>
public sealed class MessagingTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Streamix.Messaging";

    private static readonly ActivitySource Source = new(Name);
    private readonly Counter<long> _published;
    private readonly Counter<long> _unrouted;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _deadLettered;
    private readonly Histogram<double> _lag;

    /// <summary>Creates the instruments.</summary>
    public MessagingTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _published = meter.CreateCounter<long>("streamix.messaging.published", "{event}", "Events confirmed by the broker.");
        _unrouted = meter.CreateCounter<long>("streamix.messaging.unrouted", "{event}", "Publishes nobody listened to.");
        _handled = meter.CreateCounter<long>("streamix.messaging.handled", "{event}", "Effects committed.");
        _failed = meter.CreateCounter<long>("streamix.messaging.failed", "{attempt}", "Attempts of handlers that failed.");
        _deadLettered = meter.CreateCounter<long>("streamix.messaging.dead_lettered", "{event}", "Events given up.");
        _lag = meter.CreateHistogram<double>("streamix.messaging.lag", "s", "From staging to the committed effect.");
        meter.CreateObservableGauge("streamix.messaging.outbox.pending", () => Of(b => b.Outbox), "{event}", "Events not yet confirmed by the broker.");
        meter.CreateObservableGauge("streamix.messaging.outbox.age", () => Of(b => b.OldestSeconds), "s", "Age of the oldest event not yet confirmed.");
        meter.CreateObservableGauge("streamix.messaging.dead_letters", () => Of(b => b.DeadLetters), "{event}", "Events given up that wait for an operator.");
        meter.CreateObservableGauge("streamix.messaging.inbox.entries", () => Of(b => b.Inbox), "{event}", "Ids of handled events, estimated.");
    }

    /// <summary>The last look into the tables, if there was one.</summary>
    internal Backlog? Backlog { get; set; }

    internal static Activity? StartPublish(OutboxTrace trace, string system)
    {
        var activity = Source.StartActivity($"publish {trace.Type}", ActivityKind.Producer, Parent(trace.TraceParent, trace.TraceState));
        activity?.SetTag("messaging.system", system)
            .SetTag("messaging.operation.type", "publish")
            .SetTag("messaging.destination.name", trace.Type)
            .SetTag("messaging.message.id", trace.Id);
        return activity;
    }

    internal static Activity? StartProcess(Envelope envelope, string handler, string system)
    {
        var activity = Source.StartActivity($"process {envelope.Type}", ActivityKind.Consumer, Parent(envelope.TraceParent, envelope.TraceState));
        activity?.SetTag("messaging.system", system)
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", envelope.Type)
            .SetTag("messaging.message.id", envelope.Id)
            .SetTag("streamix.handler", handler);
        return activity;
    }

    internal void Published(string type) => _published.Add(1, new KeyValuePair<string, object?>("type", type));

    internal void Unrouted(string type) => _unrouted.Add(1, new KeyValuePair<string, object?>("type", type));

    internal void Handled(string type, string handler, TimeSpan lag)
    {
        var tags = new TagList { { "type", type }, { "handler", handler } };
        _handled.Add(1, tags);
        _lag.Record(Math.Max(0, lag.TotalSeconds), tags);
    }

    internal void Failed(string type, string handler) => _failed.Add(1, new TagList { { "type", type }, { "handler", handler } });

    internal void DeadLettered(string type, string handler) =>
        _deadLettered.Add(1, new TagList { { "type", type }, { "handler", handler } });

    private IEnumerable<Measurement<T>> Of<T>(Func<Backlog, T> read) where T : struct => Backlog is { } backlog ? [new(read(backlog))] : [];

    private static ActivityContext Parent(string? traceParent, string? traceState) =>
        ActivityContext.TryParse(traceParent, traceState, isRemote: true, out var parent) ? parent : default;
}
