namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

internal static class QueryRedaction
{
    /// <summary>Keeps the names and hides the values: <c>?a=Redacted&amp;b=Redacted</c>.</summary>
    public static string Redact(string query) =>
        "?" + string.Join('&', query.TrimStart('?').Split('&').Select(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? $"{pair[..equals]}=Redacted" : pair));
}
