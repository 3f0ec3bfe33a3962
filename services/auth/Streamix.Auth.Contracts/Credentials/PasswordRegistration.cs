using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>Passwords for the services that take them.</summary>
public static class PasswordRegistration
{
    /// <summary>Registers <see cref="PasswordRules"/> and <see cref="PasswordSeal"/> (singletons).</summary>
    public static IServiceCollection AddPasswordSeal(this IServiceCollection services)
    {
        services.AddSealing();
        services.AddOptions<PasswordOptions>().BindConfiguration("Passwords");
        services.TryAddSingleton<IBreachedPasswords, BreachedPasswords>();
        services.TryAddSingleton<PasswordRules>();
        services.TryAddSingleton<PasswordSeal>();
        return services;
    }
}
