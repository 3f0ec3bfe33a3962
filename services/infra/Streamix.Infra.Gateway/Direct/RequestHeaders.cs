using System.Collections.Frozen;
using Streamix.Infra.Gateway.Proxy;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>Headers of a request that end here (RFC 9110, 7.6.1) or are written anew.</summary>
internal static class RequestHeaders
{
    private static readonly FrozenSet<string> LeftOut = FrozenSet.ToFrozenSet(
        [
            "Host", "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding",
            "Content-Length", "Upgrade", "HTTP2-Settings", "Alt-Svc", "Authorization", "Cookie", "traceparent", "tracestate", "Correlation-Context",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsLeftOut(string name) => name.Length == 0 || name[0] == ':' || LeftOut.Contains(name) || InboundHeaders.IsDropped(name);

    /// <summary>Whether the short way may be taken: a read without body, upgrade, expectations or hop-by-hop headers of its own.</summary>
    public static bool ArePlain(HttpRequest request)
    {
        var headers = request.Headers;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && headers.ContentLength is null or 0
            && headers.TransferEncoding.Count == 0
            && headers.Upgrade.Count == 0
            && headers.Expect.Count == 0
            && headers.TE.Count == 0
            && (headers.Connection.Count == 0 || IsCommon(headers.Connection.ToString()));
    }

    private static bool IsCommon(string connection) =>
        connection.Equals("keep-alive", StringComparison.OrdinalIgnoreCase) || connection.Equals("close", StringComparison.OrdinalIgnoreCase);
}
