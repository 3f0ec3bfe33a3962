using Microsoft.AspNetCore.Http.Timeouts;

namespace Streamix.Infra.Gateway.Edge;

internal static class RouteTimeout
{
    /// <summary>Tells our own patience from a client that went away: both cancel the request.</summary>
    public static bool HasPassed(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;
}
