using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Auth;

internal static class AuthDefaults
{
    public static void AddCallers(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration("Auth");
        services.AddHttpContextAccessor();
        services.AddHttpClient(ConfiguredKeySource.Client);
        services.AddHttpClient(ServiceTokens.Client);
        services.TryAddSingleton<IKeySource, ConfiguredKeySource>();
        services.TryAddSingleton<SigningKeys>();
        services.TryAddSingleton<ITokenValidator, TokenValidator>();
        services.TryAddSingleton<IServiceTokens, ServiceTokens>();
        services.TryAddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Caller>() ?? Caller.Anonymous);

        // AddAuthentication would bring data protection, which makes and reads keys on disk at each start; bearer tokens need none.
        services.AddAuthenticationCore(options => options.DefaultScheme = TokenAuthentication.SchemeName);
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetDefaultPolicy(CallerPolicies.Authenticated);
        services.AddSingleton<IAuthorizationHandler, StepUpHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, StepUpChallenge>();
    }

    public static void UseCallers(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseMiddleware<ClosedByDefault>();
        app.UseAuthorization();
    }
}
