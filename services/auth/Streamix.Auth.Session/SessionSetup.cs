using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Session.Accounts;
using Streamix.Auth.Session.Administration;
using Streamix.Auth.Session.Devices;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;
using Streamix.Auth.Session.Keys;
using Streamix.Auth.Session.Mine;
using Streamix.Auth.Session.Telling;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Auth.Session;

internal static class SessionSetup
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SessionOptions>().BindConfiguration(SessionOptions.Section)
            .Validate(o => o.KeyEncryptionSecret.Length >= SessionOptions.ShortestSecret, $"Session:KeyEncryptionSecret needs at least {SessionOptions.ShortestSecret} characters.")
            .ValidateOnStart();
        builder.AddKeyedRedisClient(SessionRedis.Connection, settings => settings.DisableHealthChecks = true, SessionRedis.Configure);
        services.AddSingleton<IExceptionTranslation, RedisErrors>();
        services.AddKeys();
        services.AddFamilies();
        services.AddScoped<SessionSteward>();
        services.AddSingleton<ClientOfRequest>().AddSingleton<TokenAnswers>().AddSingleton<DeviceRequests>();
        services.AddServiceClient<ProfilesClient>("users-profile");
        services.AddPersonalData<SessionsOfAccount>().AddPersonalData<EventsOfAccount>();
    }

    public static void HandleAccounts(this MessagingBuilder events) => events
        .Handles<PasswordChanged, EndSessionsOfPassword>()
        .Handles<AccountStatusChanged, EndSessionsOfStatus>()
        .Handles<AccountRolesChanged, RenewRoles>()
        .Handles<ProfileRemoved, LeaveProfile>()
        .Handles<AccountErased, ForgetAccount>();

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<KeySeal>().AddSingleton<KeyRings>().AddHostedService<KeyRotation>();
        services.AddSingleton<AccessTokens>().AddSingleton<ClientSecrets>();
        services.Replace(ServiceDescriptor.Singleton<IKeySource, OwnKeySource>());
        services.Replace(ServiceDescriptor.Singleton<IServiceTokens, OwnServiceTokens>());
    }

    private static void AddFamilies(this IServiceCollection services)
    {
        services.AddSingleton<SessionRedis>().AddSingleton<RefreshTokens>().AddSingleton<SessionDoor>().AddSingleton<Rotations>().AddSingleton<FamilyStore>();
        services.AddSingleton<Happenings>().AddScoped<HappeningCourier>().AddHostedService<HappeningRounds>();
    }
}
