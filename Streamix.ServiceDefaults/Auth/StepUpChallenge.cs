using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

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
        return StepUp.Challenge(stepUp.MaxAge, stepUp.Acr).ExecuteAsync(context);
    }
}
