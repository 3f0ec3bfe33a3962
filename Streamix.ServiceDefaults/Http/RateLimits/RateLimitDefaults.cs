using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Http;

internal static class RateLimitDefaults
{
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits");
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) => Apply(limiter, options.Value));
    }

    private static void Apply(RateLimiterOptions limiter, RateLimitOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.RetryAfter(wait);
            return ValueTask.CompletedTask;
        };

        limiter.AddPolicy(RateLimits.PerCaller, context => Caller(context) is { IsService: true }
            ? RateLimitPartition.GetNoLimiter("service")
            : RateLimitPartition.GetTokenBucketLimiter(Who(context), _ => new()
            {
                TokenLimit = options.PerCallerBurst,
                TokensPerPeriod = options.PerCallerPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));

        limiter.AddPolicy(RateLimits.Sensitive, context => RateLimitPartition.GetSlidingWindowLimiter(
            $"{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText} {Who(context)} {context.Connection.RemoteIpAddress}", _ => new()
            {
                PermitLimit = options.SensitivePerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            }));
    }

    private static string Who(HttpContext context) => Caller(context) is { IsAuthenticated: true } caller ? caller.Name : $"address:{context.Connection.RemoteIpAddress}";

    private static Caller Caller(HttpContext context) => context.Features.Get<Caller>() ?? Auth.Caller.Anonymous;
}
