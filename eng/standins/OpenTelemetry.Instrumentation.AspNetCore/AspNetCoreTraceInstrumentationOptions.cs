using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore;

/// <summary>Options of the spans of incoming requests.</summary>
public class AspNetCoreTraceInstrumentationOptions
{
    /// <summary>False, or an exception, leaves a request out.</summary>
    public Func<HttpContext, bool>? Filter { get; set; }

    /// <summary>Called when a recorded request begins, after its tags are set.</summary>
    public Action<Activity, HttpRequest>? EnrichWithHttpRequest { get; set; }

    /// <summary>Called when a recorded request ends, after its tags are set.</summary>
    public Action<Activity, HttpResponse>? EnrichWithHttpResponse { get; set; }

    /// <summary>Called for an unhandled exception.</summary>
    public Action<Activity, Exception>? EnrichWithException { get; set; }

    /// <summary>Whether an unhandled exception becomes an event of the span; default false.</summary>
    public bool RecordException { get; set; }

    /// <summary>Whether SignalR's own spans are collected; default true.</summary>
    public bool EnableAspNetCoreSignalRSupport { get; set; } = true;

    /// <summary>Whether spans of components are collected; default true.</summary>
    public bool EnableRazorComponentsSupport { get; set; } = true;

    internal bool EnableGrpc { get; set; }

    internal bool KeepQueryValues { get; set; }
}
