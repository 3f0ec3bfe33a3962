using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Streamix.Auth.Identity.Credentials;

namespace Streamix.Auth.Identity.Passkeys;

internal static class PasskeySetup
{
    /// <summary>The framework's WebAuthn ceremonies; what they ask for and whom they believe.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Credential>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Credential>, PasskeyHandler<Credential>>();
        services.AddScoped<PasskeyDesk>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<IdentitySettings>>((options, settings) => Apply(options, settings.Value.Passkeys));
    }

    public static void Apply(IdentityPasskeyOptions options, PasskeySettings settings)
    {
        options.ServerDomain = settings.RelyingParty;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = Challenges.Challenge.Lifetime;
        options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && IsOurs(origin.Origin, settings));
    }

    /// <summary>Unless told, the relying party itself over TLS; on a developer's machine any port of it.</summary>
    private static bool IsOurs(string origin, PasskeySettings settings) => settings.Origins.Count > 0
        ? settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        : Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Host == settings.RelyingParty
            && (uri is { Scheme: "https", IsDefaultPort: true } || uri.Host == "localhost");
}
