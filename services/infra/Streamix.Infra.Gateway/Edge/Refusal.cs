using Streamix.Infra.Gateway.Sessions;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>Every error the gateway makes itself: a problem (RFC 9457) with the usual headers.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, int status, string? detail = null, TimeSpan? retryAfter = null, string? reason = null)
    {
        if (retryAfter is { } after)
        {
            context.Response.RetryAfter(after);
        }

        context.RequestServices.GetRequiredService<SecurityHeaders>().Apply(context.Response.Headers, context.Request.IsHttps);
        var problem = Problems.Of(status, detail);
        if (reason is not null)
        {
            problem.ProblemDetails.Extensions["reason"] = reason;
        }

        return problem.ExecuteAsync(context);
    }

    /// <summary>Who came without a sufficient session: 401, 403, or 503 while nobody can tell.</summary>
    public static Task WriteAsync(HttpContext context, in SessionVerdict verdict, bool hadToken)
    {
        if (verdict.Session is not null)
        {
            return WriteAsync(context, StatusCodes.Status403Forbidden);
        }

        if (hadToken && verdict == SessionVerdict.Unknown)
        {
            return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Sessions cannot be checked at the moment.", TimeSpan.FromSeconds(5));
        }

        context.Response.Headers.WWWAuthenticate = hadToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        return WriteAsync(context, StatusCodes.Status401Unauthorized, hadToken ? $"The access token is not accepted: {verdict.Refusal}." : null, reason: verdict.Reason);
    }
}
