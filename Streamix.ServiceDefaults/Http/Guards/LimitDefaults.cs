using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Streamix.ServiceDefaults.Http;

internal static class LimitDefaults
{
    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<HttpLimits>().BindConfiguration("Http:Limits");
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpLimits>>((kestrel, limits) => Apply(kestrel, limits.Value));
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<HttpLimits>>((timeouts, limits) => timeouts.DefaultPolicy = new()
        {
            Timeout = limits.Value.RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                context.Response.RetryAfter(TimeSpan.FromSeconds(5));
                return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: "This took too long.").ExecuteAsync(context);
            },
        });
    }

    private static void Apply(KestrelServerOptions kestrel, HttpLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = limits.HeaderCount;
        kestrel.Limits.MaxRequestLineSize = limits.RequestLineBytes;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.MinRequestBodyDataRate = new(limits.BodyBytesPerSecond, limits.BodyGrace);
    }
}
