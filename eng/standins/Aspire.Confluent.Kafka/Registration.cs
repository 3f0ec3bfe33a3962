using Confluent.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Aspire.Confluent.Kafka;

internal static class Registration
{
    public static void AddProducer<TKey, TValue>(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<KafkaProducerSettings>? configureSettings,
        Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var settings = new KafkaProducerSettings();
        Bind(builder, "Aspire:Confluent:Kafka:Producer", connectionName, settings, settings.Config);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);
        if (settings.ConnectionString is { } servers) settings.Config.BootstrapServers = servers;

        builder.Services.AddKeyedSingleton(serviceKey, (services, _) => Building.Producer(services, settings, configureBuilder));
        Observe(builder, "Producer", connectionName, serviceKey, settings.Config, settings.DisableTracing, settings.DisableMetrics, settings.DisableHealthChecks);
    }

    public static void AddConsumer<TKey, TValue>(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<KafkaConsumerSettings>? configureSettings,
        Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var settings = new KafkaConsumerSettings();
        Bind(builder, "Aspire:Confluent:Kafka:Consumer", connectionName, settings, settings.Config);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);
        if (settings.ConnectionString is { } servers) settings.Config.BootstrapServers = servers;

        builder.Services.AddKeyedSingleton(serviceKey, (services, _) => Building.Consumer(services, settings, configureBuilder));
        Observe(builder, "Consumer", connectionName, serviceKey, settings.Config, settings.DisableTracing, settings.DisableMetrics, settings.DisableHealthChecks);
    }

    private static void Bind(IHostApplicationBuilder builder, string sectionName, string connectionName, object settings, ClientConfig config)
    {
        var section = builder.Configuration.GetSection(sectionName);
        foreach (var level in (IConfigurationSection[])[section, section.GetSection(connectionName)])
        {
            level.Bind(settings);
            level.GetSection("Config").Bind(config);
        }
    }

    private static void Observe(
        IHostApplicationBuilder builder, string kind, string connectionName, string? serviceKey, ClientConfig config, bool noTracing, bool noMetrics, bool noHealth)
    {
        if (!noTracing) builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(Telemetry.Name));
        if (!noMetrics) builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Telemetry.Name));
        if (noHealth) return;

        var name = serviceKey is null ? $"Aspire.Confluent.Kafka.{kind}" : $"Aspire.Confluent.Kafka.{kind}_{connectionName}";
        builder.Services.AddKeyedSingleton(name, (_, _) => new KafkaHealthCheck(config));
        builder.TryAddHealthCheck(name, services => services.GetRequiredKeyedService<KafkaHealthCheck>(name));
    }
}
