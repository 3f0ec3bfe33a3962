using Aspire.Hosting.Elasticsearch;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds Elasticsearch.</summary>
public static class ElasticsearchBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "library/elasticsearch";
    private const string Tag = "8.18.0";
    private const string DataFolder = "/usr/share/elasticsearch/data";

    /// <summary>A single node; without password a generated one that is kept.</summary>
    public static IResourceBuilder<ElasticsearchResource> AddElasticsearch(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var elasticsearch = new ElasticsearchResource(name, password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password"));
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            check,
            services => new ClusterHealth(elasticsearch, services.GetRequiredService<IHttpClientFactory>()),
            failureStatus: null,
            tags: null));
        return builder.AddResource(elasticsearch)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithHttpEndpoint(targetPort: 9200, port: port, name: ElasticsearchResource.PrimaryEndpointName)
            .WithEndpoint(targetPort: 9300, name: ElasticsearchResource.InternalEndpointName)
            .WithEnvironment("discovery.type", "single-node")
            .WithEnvironment("xpack.security.enabled", "true")
            .WithEnvironment(context => context.EnvironmentVariables["ELASTIC_PASSWORD"] = elasticsearch.PasswordParameter)
            .WithHealthCheck(check);
    }

    /// <summary>Keeps the data in a volume.</summary>
    public static IResourceBuilder<ElasticsearchResource> WithDataVolume(this IResourceBuilder<ElasticsearchResource> builder, string? name = null) =>
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder);

    /// <summary>Keeps the data in a folder.</summary>
    public static IResourceBuilder<ElasticsearchResource> WithDataBindMount(this IResourceBuilder<ElasticsearchResource> builder, string source) =>
        builder.WithBindMount(source, DataFolder);
}
