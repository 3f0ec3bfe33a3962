using Aspire.Hosting.RabbitMQ;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds RabbitMQ.</summary>
public static class RabbitMQBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "library/rabbitmq";
    private const string Tag = "4.3";
    private const string DataFolder = "/var/lib/rabbitmq";

    /// <summary>A server; without password a generated one that is kept.</summary>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var passwordParameter = password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var rabbit = new RabbitMQServerResource(name, userName?.Resource, passwordParameter);
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new AmqpGreeting(rabbit), failureStatus: null, tags: null));
        return builder.AddResource(rabbit)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithIconName("MailMultiple")
            .WithEndpoint(port: port, targetPort: 5672, name: RabbitMQServerResource.PrimaryEndpointName)
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["RABBITMQ_DEFAULT_USER"] = rabbit.UserNameReference;
                context.EnvironmentVariables["RABBITMQ_DEFAULT_PASS"] = rabbit.PasswordParameter;
            })
            .WithHealthCheck(check);
    }

    /// <summary>Keeps the data in a volume.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder, isReadOnly).WithStableNodeName();

    /// <summary>Keeps the data in a folder.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataBindMount(this IResourceBuilder<RabbitMQServerResource> builder, string source, bool isReadOnly = false) =>
        builder.WithBindMount(source, DataFolder, isReadOnly).WithStableNodeName();

    /// <summary>The image with the management page.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) => builder.WithManagementPlugin(port: null);

    /// <summary>The image with the management page, at a port.</summary>
    /// <exception cref="DistributedApplicationException">The image is not RabbitMQ's own.</exception>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder, int? port)
    {
        var image = builder.Resource.Annotations.OfType<ContainerImageAnnotation>().Last();
        if (image is not { Registry: Registry, Image: Image } || ManagementTag.Of(image.Tag) is not { } tag)
            throw new DistributedApplicationException($"Cannot configure the RabbitMQ resource '{builder.Resource.Name}' to enable the management plugin as it uses an unrecognized container image registry, name, or tag.");
        image.Tag = tag;
        return builder.WithHttpEndpoint(port: port, targetPort: 15672, name: RabbitMQServerResource.ManagementEndpointName);
    }

    // Queues are stored under the node's name; a container's host name would change with every run.
    private static IResourceBuilder<RabbitMQServerResource> WithStableNodeName(this IResourceBuilder<RabbitMQServerResource> builder) =>
        builder.ApplicationBuilder.ExecutionContext.IsRunMode ? builder.WithEnvironment("RABBITMQ_NODENAME", $"{builder.Resource.Name}@localhost") : builder;
}
