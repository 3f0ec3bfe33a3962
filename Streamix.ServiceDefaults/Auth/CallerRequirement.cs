using Microsoft.AspNetCore.Authorization;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>A condition on the caller.</summary>
internal sealed class CallerRequirement(string name, Func<Caller, bool> holds) : AuthorizationHandler<CallerRequirement>, IAuthorizationRequirement
{
    public string Name => name;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CallerRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<Caller>() is { } caller && requirement.Holds(caller))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private bool Holds(Caller caller) => holds(caller);
}
