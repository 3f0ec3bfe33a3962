using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Instrumentation.Diagnostics;

namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

/// <summary>Fills the spans that ASP.NET Core starts and stops.</summary>
internal sealed class RequestListener(AspNetCoreTraceInstrumentationOptions options) : IDiagnosticEvents
{
    private const string Operation = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string Started = $"{Operation}.Start";
    private const string Stopped = $"{Operation}.Stop";
    private const string HostingException = "Microsoft.AspNetCore.Hosting.UnhandledException";
    private const string DiagnosticsException = "Microsoft.AspNetCore.Diagnostics.UnhandledException";

    public bool Wants(string name) => name is Operation or Started or Stopped or HostingException or DiagnosticsException;

    public void On(string name, Activity activity, object? payload)
    {
        switch (name, payload)
        {
            case (Started, HttpContext context):
                Start(activity, context);
                break;
            case (Stopped, HttpContext context) when activity.IsAllDataRequested:
                Stop(activity, context);
                break;
            case (HostingException or DiagnosticsException, not null) when activity.IsAllDataRequested:
                if (UnhandledException.Of(payload) is { } exception)
                    Fail(activity, exception);
                break;
        }
    }

    private void Start(Activity activity, HttpContext context)
    {
        if (Propagators.DefaultTextMapPropagator is not TraceContextPropagator and var propagator)
            Baggage.Current = propagator.Extract(default, context.Request, (request, name) => request.Headers[name]!).Baggage;
        if (!activity.IsAllDataRequested)
            return;

        if (options.Filter is { } filter && !ActivityRules.Run(() => filter(context)))
        {
            ActivityRules.Discard(activity);
            return;
        }

        RequestTags.Set(activity, context.Request, options.KeepQueryValues);
        if (options.EnrichWithHttpRequest is { } enrich)
            ActivityRules.Run(() => Done(() => enrich(activity, context.Request)));
    }

    private void Stop(Activity activity, HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (Route(context) is { Length: > 0 } route)
        {
            activity.SetTag("http.route", route);
            activity.DisplayName = $"{ActivityRules.MethodName(activity)} {route}";
        }

        activity.SetTag("http.response.status_code", status);
        if (options.EnableGrpc)
            GrpcTags.Set(activity, context);
        if (status >= 500 && activity.Status == ActivityStatusCode.Unset)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
        }

        if (options.EnrichWithHttpResponse is { } enrich)
            ActivityRules.Run(() => Done(() => enrich(activity, context.Response)));
    }

    private void Fail(Activity activity, Exception exception)
    {
        activity.SetTag("error.type", exception.GetType().FullName);
        if (options.RecordException)
            activity.AddException(exception);
        activity.SetStatus(ActivityStatusCode.Error);
        if (options.EnrichWithException is { } enrich)
            ActivityRules.Run(() => Done(() => enrich(activity, exception)));
    }

    private static string? Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    private static bool Done(Action action)
    {
        action();
        return true;
    }
}
