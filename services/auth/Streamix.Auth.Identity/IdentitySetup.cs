using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.Passcodes;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Identity.Passwords;
using Streamix.Auth.Identity.Privacy;
using Streamix.Auth.Identity.RecoveryCodes;
using Streamix.Auth.Identity.Secrets;
using Streamix.Auth.Identity.Sessions;
using Streamix.Auth.Identity.SignIn;
using Streamix.Auth.Identity.StepUp;
using Streamix.Auth.Identity.Totp;
using Streamix.Auth.Identity.Upkeep;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy.Sealing;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity;

internal static class IdentitySetup
{
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section)
            .Validate(s => s.EncryptionSecret.Length >= DerivedKeys.ShortestSecret, $"Identity:EncryptionSecret must have at least {DerivedKeys.ShortestSecret} characters.")
            .ValidateOnStart();
        builder.AddSealedInbox();
        services.AddPasswordSeal();
        services.AddGrpcServiceClient<Contracts.Sessions.V1.Sessions.SessionsClient>("auth-session");
        services.TryAddSingleton<DerivedKeys>();
        services.TryAddSingleton<KeyedHash>();
        services.TryAddSingleton<SecretBox>();
        services.TryAddSingleton<PasswordWork>();
        services.AddScoped<MailDesk>();
        services.AddScoped<NoticeDesk>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<Subjects>();
        services.AddScoped<AccountCopies>();
        services.AddScoped<CredentialsOfAccount>();
        services.AddScoped<Guard>();
        services.AddScoped<ChallengeDesk>();
        services.AddScoped<PasscodeDesk>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<FactorList>();
        services.AddScoped<TotpDesk>();
        services.AddScoped<RecoveryCodeDesk>();
        services.AddScoped<Assurance>();
        services.AddScoped<StepUpCheck>();
        services.AddPasskeys();
        services.AddSingleton<Sweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        return builder;
    }

    public static void Handle(MessagingBuilder events) => events
        .Handles<AccountRegistered, NewCredential>()
        .Handles<AccountStatusChanged, FollowAccount>()
        .Handles<AccountRolesChanged, FollowAccount>()
        .Handles<AccountEmailChanged, FollowAccount>()
        .Handles<AccountLocaleChanged, FollowAccount>()
        .Handles<AccountErased, FollowAccount>()
        .Handles<SignInLocked, TellOwner>();

    public static void MapIdentity(this WebApplication app)
    {
        app.MapPasscodes();
        app.MapSignIn();
        app.MapPasskeySignIn();
        app.MapPasswords();
        app.MapFactors();
        app.MapTotp();
        app.MapRecoveryCodes();
        app.MapPasskeys();
        app.MapStepUp();
    }
}
