using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Guards;

/// <summary>What all routes for credentials have in common.</summary>
internal static class AnswerRules
{
    private const int LargestBody = 32 * 1024;

    /// <summary>A few calls per minute, small bodies, answers that nobody stores.</summary>
    public static RouteGroupBuilder WithCredentialLimits(this RouteGroupBuilder group) =>
        group.RequireRateLimiting(RateLimits.Sensitive).WithBodyLimit(LargestBody).AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });

    /// <summary>Answers, refusals among them, take the same time whether there was something to do or not.</summary>
    public static RouteGroupBuilder WithSteadyAnswer(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        var services = context.HttpContext.RequestServices;
        var (time, least) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IOptions<IdentitySettings>>().Value.SteadyAnswer);
        var started = time.GetTimestamp();
        try
        {
            return await next(context);
        }
        finally
        {
            var rest = least - time.GetElapsedTime(started);
            if (rest > TimeSpan.Zero)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), time, context.HttpContext.RequestAborted);
        }
    });
}
