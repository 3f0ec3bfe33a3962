using Microsoft.AspNetCore.Http.Timeouts;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Limits;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>Everything a request must satisfy once its route is known, in one pass, and the answer when something fails.</summary>
internal sealed class EdgeMiddleware(
    RequestDelegate next,
    ISessionCheck sessions,
    RateLimits limits,
    OriginCheck origins,
    OpenSockets sockets,
    SecurityHeaders security,
    TimeProvider time,
    Random random)
{
    public Task InvokeAsync(HttpContext context)
    {
        var call = new EdgeCall { CorrelationId = Correlation.Of(context, time, random) };
        context.Features.Set(call);
        var headers = context.Response.Headers;
        headers[Correlation.Header] = call.CorrelationId;
        security.Apply(headers, context.Request.IsHttps);
        return context.GetEndpoint()?.Metadata.GetMetadata<RoutePolicy>() is { } policy
            ? CheckAsync(context, call, policy)
            : UnroutedAsync(context);
    }

    private async Task CheckAsync(HttpContext context, EdgeCall call, RoutePolicy policy)
    {
        if (BodyCheck.Check(context, policy) is var status and not 0)
        {
            await Refusal.WriteAsync(context, status);
            return;
        }

        var limit = await limits.AddressAsync(policy.Class, ClientAddress.Of(context.Connection.RemoteIpAddress));
        if (!limit.Admitted)
        {
            await TooManyAsync(context, "address", limit);
            return;
        }

        var token = TokenCarrier.Find(context, out var fromCookie);
        var verdict = token.IsEmpty ? default : await sessions.CheckAsync(token, context.RequestAborted);
        (call.Session, call.FromCookie) = (verdict.Session, fromCookie);
        if (!policy.Access.Admits(call.Session))
        {
            await Refusal.WriteAsync(context, verdict, !token.IsEmpty);
            return;
        }

        if (!origins.Passes(context))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "The request comes from another site.");
            return;
        }

        var name = "address";
        if (call.Session is { } session)
        {
            (name, limit) = ("user", await limits.UserAsync(policy.Class, session.Subject));
            if (!limit.Admitted)
            {
                await TooManyAsync(context, name, limit);
                return;
            }
        }

        LimitHeaders.Write(context.Response.Headers, name, limit);
        await PassAsync(context, call);
    }

    private Task PassAsync(HttpContext context, EdgeCall call) =>
        WebSocketRequest.Is(context.Request) ? PassSocketAsync(context, call) : ForwardAsync(context);

    private async Task PassSocketAsync(HttpContext context, EdgeCall call)
    {
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (call.Session is { } session)
        {
            sockets.Opened(context, session);
        }

        try
        {
            await ForwardAsync(context);
        }
        finally
        {
            sockets.Closed(context);
        }
    }

    private async Task ForwardAsync(HttpContext context)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400 })
        {
            await ForwardProblems.WriteAsync(context);
        }
    }

    private async Task UnroutedAsync(HttpContext context)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            await Refusal.WriteAsync(context, context.Response.StatusCode);
        }
    }

    private static Task TooManyAsync(HttpContext context, string name, in LimitDecision limit)
    {
        LimitHeaders.Write(context.Response.Headers, name, limit);
        return Refusal.WriteAsync(context, StatusCodes.Status429TooManyRequests, retryAfter: limit.RetryAfter);
    }
}
