using System.Diagnostics;
using System.Reflection;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Instrumentation.Diagnostics;

namespace OpenTelemetry.Instrumentation.Http;

/// <summary>Adds to HttpClient's own spans what the application asked for.</summary>
internal sealed class HttpClientListener(HttpClientTraceInstrumentationOptions options) : IDiagnosticEvents
{
    private const string Operation = "System.Net.Http.HttpRequestOut";
    private const string Started = $"{Operation}.Start";
    private const string Stopped = $"{Operation}.Stop";
    private const string Failed = "System.Net.Http.Exception";

    public bool Wants(string name) => name is Operation or Started or Stopped or Failed;

    public void On(string name, Activity activity, object? payload)
    {
        switch (name)
        {
            case Started when Read<HttpRequestMessage>(payload, "Request") is { } request:
                Start(activity, request);
                break;
            case Stopped when activity.IsAllDataRequested && Read<HttpResponseMessage>(payload, "Response") is { } response:
                if ((int)response.StatusCode >= 400 && activity.Status == ActivityStatusCode.Unset)
                    activity.SetStatus(ActivityStatusCode.Error);
                Enrich(options.EnrichWithHttpResponseMessage, activity, response);
                break;
            case Failed when activity.IsAllDataRequested && Read<Exception>(payload, "Exception") is { } exception:
                if (options.RecordException)
                    activity.AddException(exception);
                Enrich(options.EnrichWithException, activity, exception);
                break;
        }
    }

    private void Start(Activity activity, HttpRequestMessage request)
    {
        if (Propagators.DefaultTextMapPropagator is not TraceContextPropagator and var propagator)
            propagator.Inject(new PropagationContext(activity.Context, Baggage.Current), request, SetHeader);

        // Without a source nobody sampled it: HttpClient made it only because we listen.
        if (activity.Source.Name.Length == 0)
            activity.IsAllDataRequested = false;
        if (!activity.IsAllDataRequested)
            return;

        if (options.FilterHttpRequestMessage is { } filter && !ActivityRules.Run(() => filter(request)))
            ActivityRules.Discard(activity);
        else
            Enrich(options.EnrichWithHttpRequestMessage, activity, request);
    }

    private static void Enrich<T>(Action<Activity, T>? enrich, Activity activity, T subject) => ActivityRules.Run(() =>
    {
        enrich?.Invoke(activity, subject);
        return true;
    });

    private static void SetHeader(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>The payloads have no public type.</summary>
    private static T? Read<T>(object? payload, string property) where T : class =>
        payload?.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.GetValue(payload) as T;
}
