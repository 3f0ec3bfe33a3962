using Aspire.StackExchange.Redis;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers connections to Redis with health check and spans. Nothing connects before first use.</summary>
public static class AspireRedisExtensions
{
    /// <summary>Registers <see cref="IConnectionMultiplexer"/> as a singleton.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureOptions">Runs after the options were read from the connection string and from configuration.</param>
    public static void AddRedisClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null) =>
        AddRedisClientBuilder(builder, connectionName, configureSettings, configureOptions);

    /// <summary>Registers <see cref="IConnectionMultiplexer"/> as a singleton with the connection's name as key.</summary>
    /// <inheritdoc cref="AddRedisClient"/>
    public static void AddKeyedRedisClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null) =>
        AddKeyedRedisClientBuilder(builder, name, configureSettings, configureOptions);

    /// <summary>As <see cref="AddRedisClient"/>, for packages that build upon the connection.</summary>
    /// <inheritdoc cref="AddRedisClient"/>
    public static AspireRedisClientBuilder AddRedisClientBuilder(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null) =>
        Registration.Add(builder, connectionName, serviceKey: null, configureSettings, configureOptions);

    /// <summary>As <see cref="AddKeyedRedisClient"/>, for packages that build upon the connection.</summary>
    /// <inheritdoc cref="AddRedisClient"/>
    public static AspireRedisClientBuilder AddKeyedRedisClientBuilder(
        this IHostApplicationBuilder builder,
        string name,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null) =>
        Registration.Add(builder, name, serviceKey: name, configureSettings, configureOptions);
}
