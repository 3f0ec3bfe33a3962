using System.Globalization;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Step-up inside a handler, where the route alone cannot tell whether it is needed. Routes that always need it: <c>RequireStepUp</c>.</summary>
public static class StepUp
{
    /// <summary>How old a proof may be unless told.</summary>
    public static readonly TimeSpan UsualAge = TimeSpan.FromMinutes(5);

    /// <summary>The user has proven who they are this strongly and not longer ago than this.</summary>
    public static bool HasProven(this Caller caller, TimeProvider time, TimeSpan? maxAge = null, string acr = "aal1") =>
        new StepUpRequirement(acr, maxAge ?? UsualAge).Holds(caller, time.GetUtcNow());

    /// <summary>401 that says what to prove (RFC 9470).</summary>
    public static IResult Challenge(TimeSpan? maxAge = null, string acr = "aal1") => new Wanted(acr, maxAge ?? UsualAge);

    private sealed class Wanted(string acr, TimeSpan maxAge) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status401Unauthorized;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture,
                $"""Bearer error="insufficient_user_authentication", acr_values="{acr}", max_age="{(long)maxAge.TotalSeconds}" """).TrimEnd();
            return Problems.Unauthorized("Confirm that it is you, then repeat.").ExecuteAsync(httpContext);
        }
    }
}
