namespace Streamix.Infra.Gateway.Limits;

internal static class LimitsSetup
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).PostConfigure(o => o.Classes.TryAdd("default", new LimitClass()));
        services.AddSingleton<RedisLink>();
        services.AddSingleton<RedisPermits>();
        services.AddSingleton<LocalPermits>();
        services.AddSingleton<IPermits, FallbackPermits>();
        services.AddSingleton<RateLimits>();
    }
}
