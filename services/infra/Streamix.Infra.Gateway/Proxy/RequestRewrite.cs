using Microsoft.AspNetCore.Http.Features;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Gateway.Sessions;
using Yarp.ReverseProxy.Transforms;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>What a service gets instead of what the client sent: its own path, our identity headers, the verified token.</summary>
internal sealed class RequestRewrite(string? taken, string put = "") : RequestTransform
{
    /// <summary>Bytes from which a service is asked whether it wants the body: one that refuses hangs up, and its answer would be lost in the sending.</summary>
    private const long AskFirst = 64 * 1024;

    public override ValueTask ApplyAsync(RequestTransformContext context)
    {
        var http = context.HttpContext;
        foreach (var header in http.Request.Headers)
        {
            if (InboundHeaders.IsDropped(header.Key))
            {
                RemoveHeader(context, header.Key);
            }
        }

        if (taken is not null && context.Path.Value is { } path)
        {
            context.Path = new PathString(put + path[taken.Length..]);
        }

        context.ProxyRequest.Headers.ExpectContinue = http.Request.ContentLength > AskFirst ? true : null;
        Identify(context, EdgeCall.Of(http));
        Forward(context, http);
        return default;
    }

    private static void Identify(RequestTransformContext context, EdgeCall call)
    {
        var headers = context.ProxyRequest.Headers;
        headers.TryAddWithoutValidation(Correlation.Header, call.CorrelationId);
        var request = context.HttpContext.Request.Headers;
        if (request.Cookie.Count > 0 && TokenCarrier.WithoutAccess(request.Cookie) is var kept && kept != request.Cookie)
        {
            RemoveHeader(context, "Cookie");
            AddHeader(context, "Cookie", kept);
        }

        if (call.FromCookie && call.Session is { } session)
        {
            headers.TryAddWithoutValidation("Authorization", session.Authorization);
        }
        else if (call.Session is null && !TokenCarrier.Bearer(context.HttpContext).IsEmpty)
        {
            RemoveHeader(context, "Authorization");
        }
    }

    private void Forward(RequestTransformContext context, HttpContext http)
    {
        var headers = context.ProxyRequest.Headers;
        headers.TryAddWithoutValidation("X-Forwarded-For", http.Connection.RemoteIpAddress?.ToString());
        headers.TryAddWithoutValidation("X-Forwarded-Proto", http.Request.Scheme);
        headers.TryAddWithoutValidation("X-Forwarded-Host", http.Request.Host.Value);
        if (http.Features.Get<ViewerCountry>() is { } country)
        {
            headers.TryAddWithoutValidation(ViewerCountry.Header, country.Code);
        }

        if (taken is not null)
        {
            headers.TryAddWithoutValidation("X-Forwarded-Prefix", Planning.PublicPrefix);
        }
    }
}
