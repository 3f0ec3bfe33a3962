using Streamix.Infra.Gateway.Proxy;
using Yarp.ReverseProxy.Forwarder;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>What the client is told when a service could not be asked. A service's own errors pass as they are.</summary>
internal static class ForwardProblems
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static Task WriteAsync(HttpContext context)
    {
        if (context.Features.Get<RestingVersion>() is { } resting)
        {
            return Unavailable(context, resting.Left);
        }

        if (context.Features.Get<IForwarderErrorFeature>() is not { } error || context.RequestAborted.IsCancellationRequested && !RouteTimeout.HasPassed(context))
        {
            return Task.CompletedTask;
        }

        context.Response.Headers.ContentLength = null;
        return error.Exception switch
        {
            _ when RouteTimeout.HasPassed(context) => Refusal.WriteAsync(context, StatusCodes.Status504GatewayTimeout),
            _ when Bad(error.Exception) is { } bad => Refusal.WriteAsync(context, bad.StatusCode),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => Unavailable(context, Soon),
            _ when error.Error == ForwarderError.NoAvailableDestinations => Unavailable(context, Soon),
            _ when error.Error == ForwarderError.RequestTimedOut => Refusal.WriteAsync(context, StatusCodes.Status504GatewayTimeout),
            _ => Refusal.WriteAsync(context, context.Response.StatusCode),
        };
    }

    private static Task Unavailable(HttpContext context, TimeSpan retryAfter) =>
        Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, retryAfter: retryAfter);

    private static BadHttpRequestException? Bad(Exception? exception)
    {
        while (exception is not null and not BadHttpRequestException)
        {
            exception = exception is AggregateException many ? many.InnerExceptions.OfType<BadHttpRequestException>().FirstOrDefault() ?? many.InnerException : exception.InnerException;
        }

        return exception as BadHttpRequestException;
    }
}
