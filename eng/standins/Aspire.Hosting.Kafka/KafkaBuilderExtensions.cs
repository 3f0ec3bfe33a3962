using Aspire.Hosting.Kafka;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds Kafka.</summary>
public static class KafkaBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "confluentinc/confluent-local";
    private const string Tag = "8.2.0";
    private const string DataFolder = "/var/lib/kafka/data";
    private const int BrokerPort = 9092;
    private const int InternalPort = 9093;

    /// <summary>A broker that is its own controller (KRaft).</summary>
    public static IResourceBuilder<KafkaServerResource> AddKafka(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        var kafka = new KafkaServerResource(name);
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new ApiVersionsRequest(kafka), failureStatus: null, tags: null));
        return builder.AddResource(kafka)
            .WithEndpoint(targetPort: BrokerPort, port: port, name: KafkaServerResource.PrimaryEndpointName)
            .WithEndpoint(targetPort: InternalPort, name: KafkaServerResource.InternalEndpointName)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithIconName("MailMultiple")
            .WithEnvironment(context => Configure(context, kafka))
            .WithHealthCheck(check);
    }

    /// <summary>Keeps the data in a volume.</summary>
    public static IResourceBuilder<KafkaServerResource> WithDataVolume(this IResourceBuilder<KafkaServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithEnvironment("KAFKA_LOG_DIRS", DataFolder).WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder, isReadOnly);

    /// <summary>Keeps the data in a folder.</summary>
    public static IResourceBuilder<KafkaServerResource> WithDataBindMount(this IResourceBuilder<KafkaServerResource> builder, string source, bool isReadOnly = false) =>
        builder.WithEnvironment("KAFKA_LOG_DIRS", DataFolder).WithBindMount(source, DataFolder, isReadOnly);

    private static void Configure(EnvironmentCallbackContext context, KafkaServerResource kafka)
    {
        var (primary, inner) = (kafka.PrimaryEndpoint, kafka.InternalEndpoint);
        context.EnvironmentVariables["KAFKA_LISTENERS"] =
            $"PLAINTEXT://localhost:29092,CONTROLLER://localhost:29093,PLAINTEXT_HOST://0.0.0.0:{BrokerPort},PLAINTEXT_INTERNAL://0.0.0.0:{InternalPort}";
        context.EnvironmentVariables["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"] = "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PLAINTEXT_HOST:PLAINTEXT,PLAINTEXT_INTERNAL:PLAINTEXT";
        context.EnvironmentVariables["KAFKA_ADVERTISED_LISTENERS"] = context.ExecutionContext.IsRunMode
            ? ReferenceExpression.Create($"PLAINTEXT://localhost:29092,PLAINTEXT_HOST://localhost:{kafka.Port},PLAINTEXT_INTERNAL://{kafka.Name}:{inner.Property(EndpointProperty.TargetPort)}")
            : ReferenceExpression.Create($"PLAINTEXT://{kafka.Host}:29092,PLAINTEXT_HOST://{primary.Property(EndpointProperty.HostAndPort)},PLAINTEXT_INTERNAL://{inner.Property(EndpointProperty.HostAndPort)}");
    }
}
