namespace Streamix.ServiceDefaults.Auth;

/// <summary>Routes between services.</summary>
public static class InternalRouteExtensions
{
    /// <summary>A group under <c>/internal</c> that asks for a service's token. The gateway never routes there.</summary>
    public static RouteGroupBuilder MapInternal(this IEndpointRouteBuilder app, string prefix) =>
        app.MapGroup($"/internal/{prefix.Trim('/')}").RequireService();
}
