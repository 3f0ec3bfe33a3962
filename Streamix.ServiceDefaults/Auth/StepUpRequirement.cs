using Microsoft.AspNetCore.Authorization;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>The user has proven who they are, strongly and not long ago.</summary>
internal sealed class StepUpRequirement(string acr, TimeSpan maxAge) : IAuthorizationRequirement
{
    public string Acr => acr;

    public TimeSpan MaxAge => maxAge;

    public bool Holds(Caller caller, DateTimeOffset now) =>
        caller is { IsUser: true, AuthenticatedAt: { } at } && now - at <= maxAge && string.CompareOrdinal(caller.Acr, acr) >= 0;
}

internal sealed class StepUpHandler(TimeProvider time) : AuthorizationHandler<StepUpRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StepUpRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<Caller>() is { } caller && requirement.Holds(caller, time.GetUtcNow()))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
