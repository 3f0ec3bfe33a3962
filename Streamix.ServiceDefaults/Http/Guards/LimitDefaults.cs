using System.Text;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

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

    /// <summary>Kestrel's own limits lie above those of <see cref="RequestSize"/>: what exceeds them too gets a bare refusal.</summary>
    private static void Apply(KestrelServerOptions kestrel, HttpLimits limits)
    {
        kestrel.AddServerHeader = false;
        // Bytes that are no UTF-8 are for whoever reads the header to judge; Kestrel would refuse them without a problem document.
        // Not the length: Kestrel hangs up without an answer when one of more than 20 digits has an encoding of its own.
        kestrel.RequestHeaderEncodingSelector = name => name == HeaderNames.ContentLength ? null : Encoding.Latin1;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 4 * limits.HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = 25 * limits.HeaderCount;
        kestrel.Limits.MaxRequestLineSize = 4 * limits.RequestLineBytes;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.MinRequestBodyDataRate = new(limits.BodyBytesPerSecond, limits.BodyGrace);
    }
}
