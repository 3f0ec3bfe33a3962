using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>
/// A browser sends cookies with requests that other sites make. Writes and WebSockets that rest on a cookie must come
/// from our own pages: the browser says so in Sec-Fetch-Site, Origin or at least Referer.
/// </summary>
internal sealed class OriginCheck(IOptionsMonitor<EdgeOptions> options)
{
    public bool Passes(HttpContext context)
    {
        var request = context.Request;
        if (!Matters(context) || request.Headers.SecFetchSite() == "same-origin")
        {
            return true;
        }

        var origin = request.Headers.Origin;
        if (origin.Count > 0)
        {
            return origin is [{ } only] && IsOurs(only, request);
        }

        return request.Headers.SecFetchSite() is null
            && request.Headers.Referer is [{ } referer]
            && Uri.TryCreate(referer, UriKind.Absolute, out var page)
            && IsOurs(page.GetLeftPart(UriPartial.Authority), request);
    }

    private static bool Matters(HttpContext context)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return (!safe || WebSocketRequest.Is(request)) && request.Headers.Authorization.Count == 0 && TokenCarrier.HasSessionCookie(context);
    }

    private bool IsOurs(string origin, HttpRequest request) =>
        origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        || options.CurrentValue.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}

internal static class FetchMetadata
{
    public static string? SecFetchSite(this IHeaderDictionary headers) => headers["Sec-Fetch-Site"] is [{ } site] ? site : null;
}
