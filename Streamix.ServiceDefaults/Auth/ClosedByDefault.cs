using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>
/// An endpoint that says nothing about its callers is for authenticated ones, and what lies under <c>/internal</c> is for services.
/// No fallback policy does this, because that one also answers 401 where there is nothing at all.
/// </summary>
internal sealed class ClosedByDefault(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(context);

        var caller = context.Features.Get<Caller>();
        if (context.Request.Path.StartsWithSegments("/internal", StringComparison.OrdinalIgnoreCase) && caller is not { Service: not null })
            return caller is null ? context.ChallengeAsync() : context.ForbidAsync();

        var spoken = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
        return spoken || caller is not null ? next(context) : context.ChallengeAsync();
    }
}
