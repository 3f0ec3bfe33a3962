using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Offers a request without effect to another replica when the first gave no answer at all.</summary>
internal static class SafeRetry
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next, int retries)
    {
        var proxy = context.GetReverseProxyFeature();
        var available = proxy.AvailableDestinations;
        await next(context);
        while (retries-- > 0 && MayRepeat(context) && proxy.ProxiedDestination is { } failed)
        {
            available = [.. available.Where(d => d != failed)];
            if (available.Count == 0)
            {
                return;
            }

            proxy.AvailableDestinations = available;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = StatusCodes.Status200OK;
            await next(context);
        }
    }

    private static bool MayRepeat(HttpContext context) =>
        context.Response is { StatusCode: >= 500, HasStarted: false }
        && context.Features.Get<IForwarderErrorFeature>()?.Error == ForwarderError.Request
        && !context.RequestAborted.IsCancellationRequested
        && IsSafe(context);

    private static bool IsSafe(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true;
}
