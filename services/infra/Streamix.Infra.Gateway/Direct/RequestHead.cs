using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Gateway.Proxy;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>The request as the service gets it: what <see cref="RequestRewrite"/> does, in one go.</summary>
internal static class RequestHead
{
    /// <returns>The length, or 0 when the request is not plain enough.</returns>
    public static int Write(ServiceConnection connection, Replica replica, HttpContext context)
    {
        var head = new HeadWriter(connection);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        head.Raw(HttpMethods.IsHead(context.Request.Method) ? "HEAD "u8 : "GET "u8);
        if (!head.Text(Planning.IsPublic(target) ? target.AsSpan(Planning.PublicPrefix.Length) : target))
        {
            return 0;
        }

        head.Raw(" HTTP/1.1\r\n"u8);
        head.Raw(replica.Host);
        if (!Copy(ref head, context) || !Own(ref head, context, Planning.IsPublic(target)))
        {
            return 0;
        }

        head.Raw("\r\n"u8);
        return head.Length;
    }

    private static bool Copy(ref HeadWriter head, HttpContext context)
    {
        foreach (var header in context.Request.Headers)
        {
            if (!RequestHeaders.IsLeftOut(header.Key) && !head.Header(header.Key, header.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Own(ref HeadWriter head, HttpContext context, bool stripped)
    {
        var call = EdgeCall.Of(context);
        var request = context.Request;
        var cookies = TokenCarrier.WithoutAccess(request.Headers.Cookie);
        return head.Header(Correlation.Header, call.CorrelationId)
            && (cookies.Count == 0 || head.Header("Cookie", cookies))
            && Authorize(ref head, context, call)
            && Trace(ref head, request)
            && head.Header("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString())
            && head.Header("X-Forwarded-Proto", request.Scheme)
            && head.Header("X-Forwarded-Host", request.Host.Value)
            && (!stripped || head.Header("X-Forwarded-Prefix", Planning.PublicPrefix));
    }

    /// <summary>The verified token; other schemes are the service's business; a refused token goes nowhere.</summary>
    private static bool Authorize(ref HeadWriter head, HttpContext context, EdgeCall call)
    {
        if (call.Session is { } session)
        {
            return head.Header("Authorization", session.Authorization);
        }

        return context.Request.Headers.Authorization.Count == 0
            || !TokenCarrier.Bearer(context).IsEmpty
            || head.Header("Authorization", context.Request.Headers.Authorization);
    }

    private static bool Trace(ref HeadWriter head, HttpRequest request)
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { } id } activity)
        {
            return head.Header("traceparent", request.Headers.TraceParent) && head.Header("tracestate", request.Headers.TraceState);
        }

        return head.Header("traceparent", id) && (activity.TraceStateString is not { Length: > 0 } state || head.Header("tracestate", state));
    }
}
