using System.Globalization;

namespace Streamix.ServiceDefaults.Http;

/// <summary><c>Retry-After</c> (RFC 9110, 10.2.3).</summary>
public static class RetryAfterHeader
{
    /// <summary>Sets the header in whole seconds, at least one.</summary>
    public static void RetryAfter(this HttpResponse response, TimeSpan after) =>
        response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
