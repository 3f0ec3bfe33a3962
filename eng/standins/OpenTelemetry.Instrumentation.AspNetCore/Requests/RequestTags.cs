using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using OpenTelemetry.Instrumentation.Diagnostics;

namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

internal static class RequestTags
{
    public static void Set(Activity activity, HttpRequest request, bool keepQueryValues)
    {
        ActivityRules.TagMethod(activity, request.Method);
        activity.DisplayName = ActivityRules.MethodName(activity);
        var path = (request.PathBase + request.Path).ToString();
        activity
            .SetTag("url.scheme", request.Scheme)
            .SetTag("url.path", path.Length > 0 ? path : "/")
            .SetTag("network.protocol.version", Version(request.Protocol));
        if (request.Host.HasValue)
            activity.SetTag("server.address", request.Host.Host).SetTag("server.port", request.Host.Port);
        if (request.QueryString.Value is { Length: > 0 } query)
            activity.SetTag("url.query", keepQueryValues ? query : QueryRedaction.Redact(query));
        if (request.Headers.UserAgent is [{ Length: > 0 } agent, ..])
            activity.SetTag("user_agent.original", agent);
    }

    private static string Version(string protocol) => protocol switch
    {
        "HTTP/2" => "2",
        "HTTP/3" => "3",
        _ => protocol.StartsWith("HTTP/", StringComparison.Ordinal) ? protocol["HTTP/".Length..] : protocol,
    };
}
