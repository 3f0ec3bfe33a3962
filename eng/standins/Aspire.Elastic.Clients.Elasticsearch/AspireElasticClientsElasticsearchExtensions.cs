using Aspire;
using Aspire.Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers clients of Elasticsearch with a health check. Nothing connects before first use.</summary>
public static class AspireElasticClientsElasticsearchExtensions
{
    private const string Section = "Aspire:Elastic:Clients:Elasticsearch";

    /// <summary>Registers <see cref="ElasticsearchClient"/> as a singleton.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureClientSettings">Runs on the client's own settings.</param>
    public static void AddElasticsearchClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<ElasticClientsElasticsearchSettings>? configureSettings = null,
        Action<ElasticsearchClientSettings>? configureClientSettings = null) => Add(builder, connectionName, serviceKey: null, configureSettings, configureClientSettings);

    /// <summary>Registers <see cref="ElasticsearchClient"/> as a singleton with the connection's name as key.</summary>
    /// <inheritdoc cref="AddElasticsearchClient"/>
    public static void AddKeyedElasticsearchClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<ElasticClientsElasticsearchSettings>? configureSettings = null,
        Action<ElasticsearchClientSettings>? configureClientSettings = null) => Add(builder, name, serviceKey: name, configureSettings, configureClientSettings);

    private static void Add(
        IHostApplicationBuilder builder,
        string connectionName,
        string? serviceKey,
        Action<ElasticClientsElasticsearchSettings>? configureSettings,
        Action<ElasticsearchClientSettings>? configureClientSettings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        ElasticClientsElasticsearchSettings settings = new();
        builder.Configuration.GetSection(Section).Bind(settings);
        builder.Configuration.GetSection(Section).GetSection(connectionName).Bind(settings);
        if (builder.Configuration.GetConnectionString(connectionName) is { } connectionString)
            settings.ParseConnectionString(connectionString);
        configureSettings?.Invoke(settings);

        builder.Services.AddKeyedSingleton(serviceKey, (_, _) =>
        {
            ElasticsearchClientSettings client = new(settings.Endpoint ?? throw new InvalidOperationException(
                $"A ElasticsearchClient could not be configured. Ensure valid connection information was provided in 'ConnectionStrings:{connectionName}' or either Endpoint must be provided in the '{Section}' configuration section."));
            configureClientSettings?.Invoke(client);
            return new ElasticsearchClient(client);
        });
        if (!settings.DisableHealthChecks)
            builder.TryAddHealthCheck(
                serviceKey is null ? "Elastic.Clients.Elasticsearch" : $"Elastic.Clients.Elasticsearch_{connectionName}",
                services => new ElasticsearchHealthCheck(serviceKey is null ? services.GetRequiredService<ElasticsearchClient>() : services.GetRequiredKeyedService<ElasticsearchClient>(serviceKey)));
    }
}
