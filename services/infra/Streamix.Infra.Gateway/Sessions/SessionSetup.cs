namespace Streamix.Infra.Gateway.Sessions;

internal static class SessionSetup
{
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<DenyList>();
        services.AddSingleton<IRevocations>(s => s.GetRequiredService<DenyList>());
        services.AddSingleton<ISessionCheck, SessionCheck>();
        services.AddSingleton<OpenSockets>();
        services.AddHostedService<RevocationFeed>();
    }
}
