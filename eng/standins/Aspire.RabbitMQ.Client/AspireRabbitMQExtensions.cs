using Aspire;
using Aspire.RabbitMQ.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Trace;
using RabbitMQ.Client;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers connections to RabbitMQ with retries, health check, spans and logs. Nothing connects before first use.</summary>
public static class AspireRabbitMQExtensions
{
    private const string Section = "Aspire:RabbitMQ:Client";

    /// <summary>Registers <see cref="IConnection"/> and <see cref="IConnectionFactory"/> as singletons.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureConnectionFactory">Runs after the factory was read from configuration and connection string.</param>
    public static void AddRabbitMQClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null) =>
        Add(builder, connectionName, serviceKey: null, configureSettings, configureConnectionFactory);

    /// <summary>Registers <see cref="IConnection"/> and <see cref="IConnectionFactory"/> as singletons with the connection's name as key.</summary>
    /// <inheritdoc cref="AddRabbitMQClient"/>
    public static void AddKeyedRabbitMQClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null) =>
        Add(builder, name, serviceKey: name, configureSettings, configureConnectionFactory);

    private static void Add(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<RabbitMQClientSettings>? configureSettings,
        Action<ConnectionFactory>? configureConnectionFactory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var section = builder.Configuration.GetSection(Section);
        var named = section.GetSection(connectionName);
        var settings = new RabbitMQClientSettings();
        section.Bind(settings);
        named.Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.AddKeyedSingleton<IConnectionFactory>(serviceKey, (services, _) =>
        {
            services.GetRequiredService<ClientLog>();
            var factory = new ConnectionFactory();
            section.GetSection("ConnectionFactory").Bind(factory);
            named.GetSection("ConnectionFactory").Bind(factory);
            if (!string.IsNullOrEmpty(settings.ConnectionString)) factory.Uri = new Uri(settings.ConnectionString);
            configureConnectionFactory?.Invoke(factory);
            return factory;
        });
        builder.Services.AddKeyedSingleton<IConnection>(serviceKey, (services, _) =>
            Connecting.Open(Resolve<IConnectionFactory>(services, serviceKey), settings.MaxConnectRetryCount));
        builder.Services.TryAddSingleton<ClientLog>();

        if (!settings.DisableTracing)
            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(Connecting.SourceName).AddSource("RabbitMQ.Client.*"));
        if (!settings.DisableHealthChecks)
            builder.TryAddHealthCheck(
                serviceKey is null ? "RabbitMQ.Client" : $"RabbitMQ.Client_{connectionName}",
                services => new RabbitMQHealthCheck(() => Resolve<IConnection>(services, serviceKey)));
    }

    private static T Resolve<T>(IServiceProvider services, string? key) where T : notnull =>
        key is null ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(key);
}
