using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Diagnostics;

internal static class ActivityRules
{
    private const string Method = "http.request.method";
    private const string Other = "_OTHER";

    private static readonly HashSet<string> Known = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"];

    /// <summary>Takes a span out of the export; its children follow, as they see an unrecorded parent.</summary>
    public static void Discard(Activity activity)
    {
        activity.IsAllDataRequested = false;
        activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    /// <summary>Runs what the application gave us; its failure must not become the request's.</summary>
    public static bool Run(Func<bool> applications)
    {
        try
        {
            return applications();
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Tags the method as the semantic conventions want it: a known one, or _OTHER beside the original.</summary>
    public static void TagMethod(Activity activity, string method)
    {
        var known = method.ToUpperInvariant();
        if (Known.Contains(known))
            activity.SetTag(Method, known);
        else
            activity.SetTag(Method, Other).SetTag("http.request.method_original", method);
    }

    /// <summary>The method as it stands in the name of the span.</summary>
    public static string MethodName(Activity activity) => activity.GetTagItem(Method) is string method and not Other ? method : "HTTP";
}
