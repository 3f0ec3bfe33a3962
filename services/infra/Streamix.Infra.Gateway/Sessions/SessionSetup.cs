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
        services.AddOptions<SessionsOptions>().BindConfiguration(SessionsOptions.Section);
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

    /// <summary>Where the session service is part of the deployment, it is asked. That it is not has to be said: a forgotten address must not open the door.</summary>
    /// <exception cref="InvalidOperationException">It is neither there nor said to be absent.</exception>
    private static void AddAuthority(this WebApplicationBuilder builder)
    {
        var check = builder.Configuration.GetValue<bool?>($"{SessionsOptions.Section}:{nameof(SessionsOptions.Check)}");
        var isThere = builder.Configuration.GetSection($"services:{Resource}:grpc").Exists();
        if (check is null && !isThere && !builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException($"There is no address of {Resource} (services:{Resource}:grpc). A deployment without it says so: Gateway:Sessions:Check=false.");
        }

        if (!(check ?? isThere))
        {
            builder.Services.AddSingleton<ISessionAuthority, NoAuthority>();
            return;
        }

        builder.Services.AddGrpcServiceClient<Auth.Contracts.Sessions.V1.Sessions.SessionsClient>(Resource, SessionAuthority.Deadline);
        builder.Services.AddSingleton<ISessionAuthority, SessionAuthority>();
    }
}
