using StackExchange.Redis;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Infra.Gateway.Limits;
using Streamix.ServiceDefaults.Grpc;

namespace Streamix.Infra.Gateway.Sessions;

internal static class SessionSetup
{
    /// <summary>The connection of the deny list; the one of the cache stands in for it.</summary>
    public const string Redis = "sessions";

    private const string Resource = "auth-session";

    public static void AddSessions(this WebApplicationBuilder builder, Action<ConfigurationOptions> connect)
    {
        var services = builder.Services;
        services.AddSingleton<DenyList>();
        services.AddSingleton<IRevocations>(s => s.GetRequiredService<DenyList>());
        services.AddSingleton<SessionInquiry>();
        services.AddSingleton<ISessionCheck, SessionCheck>();
        services.AddSingleton<OpenSockets>();
        builder.AddRedis(connect);
        builder.AddAuthority();
        services.AddHostedService<RevocationFeed>();
    }

    private static void AddRedis(this WebApplicationBuilder builder, Action<ConfigurationOptions> connect)
    {
        var own = !string.IsNullOrEmpty(builder.Configuration.GetConnectionString(Redis));
        if (own)
        {
            builder.AddKeyedRedisClient(Redis, s => s.DisableHealthChecks = true, connect);
        }

        builder.Services.AddKeyedSingleton(Redis, (services, _) => own ? new RedisLink(services, Redis) : services.GetRequiredService<RedisLink>());
    }

    /// <summary>Where the session service is part of the deployment, it is asked.</summary>
    private static void AddAuthority(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue("Gateway:Sessions:Check", builder.Configuration.GetSection($"services:{Resource}:grpc").Exists()))
        {
            builder.Services.AddSingleton<ISessionAuthority, NoAuthority>();
            return;
        }

        builder.Services.AddGrpcServiceClient<Auth.Contracts.Sessions.V1.Sessions.SessionsClient>(Resource, SessionAuthority.Deadline);
        builder.Services.AddSingleton<ISessionAuthority, SessionAuthority>();
    }
}
