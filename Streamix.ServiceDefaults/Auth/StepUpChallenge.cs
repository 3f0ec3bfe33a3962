using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>A signed-in user whose proof is too weak or too old is told to step up (RFC 9470) rather than refused.</summary>
internal sealed class StepUpChallenge : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var unmet = authorizeResult.AuthorizationFailure?.FailedRequirements.ToList() ?? [];
        if (!authorizeResult.Forbidden || unmet.Count == 0 || !unmet.TrueForAll(r => r is StepUpRequirement))
            return _usual.HandleAsync(next, context, policy, authorizeResult);

        var stepUp = (StepUpRequirement)unmet[0];
        context.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture,
            $"""Bearer error="insufficient_user_authentication", acr_values="{stepUp.Acr}", max_age="{(long)stepUp.MaxAge.TotalSeconds}" """).TrimEnd();
        return Problems.Unauthorized("Confirm that it is you, then repeat.").ExecuteAsync(context);
    }
}
