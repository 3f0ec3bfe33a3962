using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Http;

/// <summary>Options of the spans of outgoing requests.</summary>
public class HttpClientTraceInstrumentationOptions
{
    /// <summary>False, or an exception, leaves a request out.</summary>
    public Func<HttpRequestMessage, bool>? FilterHttpRequestMessage { get; set; }

    /// <summary>Called before a recorded request is sent.</summary>
    public Action<Activity, HttpRequestMessage>? EnrichWithHttpRequestMessage { get; set; }

    /// <summary>Called when a recorded request was answered.</summary>
    public Action<Activity, HttpResponseMessage>? EnrichWithHttpResponseMessage { get; set; }

    /// <summary>Called when a recorded request failed.</summary>
    public Action<Activity, Exception>? EnrichWithException { get; set; }

    /// <summary>Whether a failure becomes an event of the span; default false.</summary>
    public bool RecordException { get; set; }
}
