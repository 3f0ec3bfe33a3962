using Streamix.AppHost.Commands;

namespace Streamix.AppHost;

/// <summary>What a service says it needs, one word each.</summary>
internal static class ServiceExtensions
{
    /// <summary>A database of its own, migrated before the service starts.</summary>
    public static IResourceBuilder<ProjectResource> WithDatabase(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Database($"{service.Resource.Name}-db")).WaitForCompletion(platform.Migrator);

    public static IResourceBuilder<ProjectResource> WithCache(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Cache).WaitFor(platform.Backing.Cache);

    /// <summary>The event bus, and commands for the dead letters of the service.</summary>
    public static IResourceBuilder<ProjectResource> WithBus(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Bus, connectionName: "bus").WaitFor(platform.Backing.Bus)
            .WithEnvironment("Messaging__Transport", platform.Backing.BusTransport)
            .WithDeadLetterCommands(platform);

    public static IResourceBuilder<ProjectResource> WithObjects(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Objects).WaitFor(platform.Backing.Objects);

    public static IResourceBuilder<ProjectResource> WithMail(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Mail, connectionName: "mail").WaitFor(platform.Backing.Mail);
}
