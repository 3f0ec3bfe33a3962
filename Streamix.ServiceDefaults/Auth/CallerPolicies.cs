using Microsoft.AspNetCore.Authorization;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Who may call an endpoint. What says nothing is for any signed-in user or service; <c>AllowAnonymous</c> opens it.</summary>
public static class CallerPolicies
{
    internal static AuthorizationPolicy Authenticated { get; } = Policy(new CallerRequirement("authenticated", c => c.IsAuthenticated));

    internal static AuthorizationPolicy User { get; } = Policy(new CallerRequirement("user", c => c.IsUser));

    internal static AuthorizationPolicy Service { get; } = Policy(new CallerRequirement("service", c => c.Service is not null));

    /// <summary>A signed-in user: 401 for anybody else, 403 for a service on its own.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(User);

    /// <summary>A user with one of these roles, see <see cref="Roles"/>.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(new CallerRequirement($"role {string.Join(" or ", roles)}", c => c.IsUser && roles.Any(c.Is))));

    /// <summary>
    /// A user with this role, or this service on its own, without a user. Documents name the role alone: nobody comes from outside as a service.
    /// </summary>
    public static TBuilder RequireRoleOrService<TBuilder>(this TBuilder builder, string role, string service) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(new CallerRequirement($"role {role}", c => c.IsUser ? c.Is(role) : string.Equals(c.Service, service, StringComparison.Ordinal))));

    /// <summary>A service by its token; with names, only these services.</summary>
    public static TBuilder RequireService<TBuilder>(this TBuilder builder, params string[] services) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(services.Length == 0
            ? Service
            : Policy(new CallerRequirement($"service {string.Join(" or ", services)}", c => c.Service is { } s && services.Contains(s, StringComparer.Ordinal))));

    /// <summary>A user who has signed in with a second factor within <paramref name="maxAge"/> (5 minutes unless told); else 401 with what to do.</summary>
    public static TBuilder RequireStepUp<TBuilder>(this TBuilder builder, TimeSpan? maxAge = null, string acr = "aal2") where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(
            new CallerRequirement("user", c => c.IsUser),
            new StepUpRequirement(acr, maxAge ?? TimeSpan.FromMinutes(5))));

    private static AuthorizationPolicy Policy(params IAuthorizationRequirement[] requirements) => new(requirements, [TokenAuthentication.SchemeName]);
}
