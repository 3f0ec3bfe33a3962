using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

internal static class Registration
{
    public const string Section = "Aspire:StackExchange:Redis";

    public static AspireRedisClientBuilder Add(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<StackExchangeRedisSettings>? configureSettings,
        Action<ConfigurationOptions>? configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var section = builder.Configuration.GetSection(Section);
        var named = section.GetSection(connectionName);
        var settings = new StackExchangeRedisSettings();
        section.Bind(settings);
        named.Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        var optionsName = serviceKey ?? Options.DefaultName;
        builder.Services.AddKeyedSingleton(optionsName, new NamedSettings(settings));
        builder.Services.TryAddTransient<IOptionsFactory<ConfigurationOptions>, ParsedOptionsFactory>();
        builder.Services.Configure<ConfigurationOptions>(optionsName, options =>
        {
            section.GetSection("ConfigurationOptions").Bind(options);
            named.GetSection("ConfigurationOptions").Bind(options);
            configureOptions?.Invoke(options);
        });

        if (serviceKey is null) builder.Services.AddSingleton<IConnectionMultiplexer>(services => Connection.Open(services, connectionName, optionsName));
        else builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(serviceKey, (services, _) => Connection.Open(services, connectionName, optionsName));

        Observe(builder, settings, connectionName, serviceKey);
        if (!settings.DisableAutoActivation)
            builder.Services.AddSingleton<IHostedService>(services => new Activation(() => Connection.Resolve(services, serviceKey)));
        return new AspireRedisClientBuilder(builder, settings, serviceKey);
    }

    private static void Observe(IHostApplicationBuilder builder, StackExchangeRedisSettings settings, string connectionName, string? serviceKey)
    {
        if (!settings.DisableTracing)
        {
            builder.Services.TryAddSingleton<CommandSpans>();
            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(CommandSpans.SourceName));
        }

        if (!settings.DisableHealthChecks)
            builder.TryAddHealthCheck(
                serviceKey is null ? "StackExchange.Redis" : $"StackExchange.Redis_{connectionName}",
                services => new RedisHealthCheck(() => Connection.Resolve(services, serviceKey)));
    }
}

internal sealed record NamedSettings(StackExchangeRedisSettings Settings);
