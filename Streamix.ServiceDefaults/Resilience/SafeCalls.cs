namespace Streamix.ServiceDefaults.Resilience;

/// <summary>Which calls do no harm when they arrive twice.</summary>
internal static class SafeCalls
{
    /// <summary>Safe methods (RFC 9110, 9.2.1), and whatever carries a key that makes it safe. A body that was streamed cannot be sent again.</summary>
    public static bool MayRepeat(HttpRequestMessage request) =>
        request.Content is not StreamContent
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options || request.Headers.Contains("Idempotency-Key"));
}
