using Microsoft.Extensions.Hosting;

namespace Aspire.StackExchange.Redis;

/// <summary>What was registered, for packages that build upon the connection.</summary>
public sealed class AspireRedisClientBuilder(IHostApplicationBuilder hostBuilder, StackExchangeRedisSettings settings, string? serviceKey)
{
    /// <summary>The host under construction.</summary>
    public IHostApplicationBuilder HostBuilder { get; } = hostBuilder ?? throw new ArgumentNullException(nameof(hostBuilder));

    /// <summary>The settings of the connection.</summary>
    public StackExchangeRedisSettings Settings { get; } = settings ?? throw new ArgumentNullException(nameof(settings));

    /// <summary>The key of the connection; null for the one without.</summary>
    public string? ServiceKey { get; } = serviceKey;
}
