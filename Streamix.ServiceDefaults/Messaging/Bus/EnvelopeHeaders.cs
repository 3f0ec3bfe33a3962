namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>The names of the envelope's parts on the wire; type and subject travel as routing data besides.</summary>
public static class EnvelopeHeaders
{
    public const string Id = "id";
    public const string Type = "type";
    public const string Version = "version";
    public const string Subject = "subject";
    public const string OccurredAt = "occurred-at";
    public const string CorrelationId = "correlation-id";

    /// <summary>W3C Trace Context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>W3C Trace Context.</summary>
    public const string TraceState = "tracestate";
}
