namespace Streamix.Infra.Gateway.Edge;

/// <summary>HTTP/1.1 asks by Upgrade (RFC 6455), HTTP/2 by an extended CONNECT (RFC 8441).</summary>
internal static class WebSocketRequest
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method)
        || (request.Headers.Upgrade.Count > 0 && request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase));
}
