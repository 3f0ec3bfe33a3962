using System.Diagnostics.CodeAnalysis;
using System.Net;
using Polly;
using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Says which outcomes may be cured by trying again.</summary>
public static class HttpClientResiliencePredicates
{
    /// <summary>True for 408, 429, 5xx, connection failures and attempts that timed out.</summary>
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => response.StatusCode is >= HttpStatusCode.InternalServerError
            or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
        { Exception: { } exception } => exception is HttpRequestException or TimeoutRejectedException,
        _ => false,
    };

    /// <summary>As above, and a connection attempt that timed out inside the handler although the caller did not cancel.</summary>
    [Experimental(Experiments.Resilience)]
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) =>
        IsTransient(outcome) || (!cancellationToken.IsCancellationRequested
            && outcome.Exception is OperationCanceledException { Source: "System.Private.CoreLib", InnerException: TimeoutException });
}
