using Microsoft.Extensions.Configuration;
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

    public static IResourceBuilder<ProjectResource> WithSessions(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Sessions).WaitFor(platform.Backing.Sessions);

    /// <summary>A second endpoint that speaks HTTP/2 only, for gRPC between services.</summary>
    public static IResourceBuilder<ProjectResource> WithGrpc(this IResourceBuilder<ProjectResource> service) =>
        service.WithHttpEndpoint(name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
            .WithEnvironment("Grpc__Port", service.GetEndpoint("grpc").Property(EndpointProperty.TargetPort));

    /// <summary>Others seal what only this service may read; its key is derived from this secret.</summary>
    public static IResourceBuilder<ProjectResource> WithSealedInbox(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithEnvironment("Sealing__Secret", platform.Secrets.Password($"{service.Resource.Name}-sealing-secret"));

    /// <summary>Has a part in a user's export and erasure.</summary>
    public static IResourceBuilder<ProjectResource> HoldsPersonalData(this IResourceBuilder<ProjectResource> service, Platform platform)
    {
        platform.PersonalDataHolders.Add(service);
        return service;
    }

    /// <summary>What a start says of one service's configuration, as <c>--Settings:users-account:RateLimits:SensitivePerMinute=1000</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithSettings(this IResourceBuilder<ProjectResource> service, Platform platform)
    {
        if (!platform.Builder.ExecutionContext.IsRunMode) return service;
        foreach (var (key, value) in platform.Builder.Configuration.GetSection($"Settings:{service.Resource.Name}").AsEnumerable(makePathsRelative: true))
            if (value is not null) service.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value);
        return service;
    }

    /// <summary>A secret of this service alone, as configuration <paramref name="key"/>.</summary>
    public static IResourceBuilder<ProjectResource> WithSecret(this IResourceBuilder<ProjectResource> service, Platform platform, string key, string name) =>
        service.WithEnvironment(key, platform.Secrets.Password($"{service.Resource.Name}-{name}"));

    /// <summary>The event bus, and commands for the dead letters of the service.</summary>
    public static IResourceBuilder<ProjectResource> WithBus(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Bus, connectionName: "bus").WaitFor(platform.Backing.Bus)
            .WithEnvironment("Messaging__Transport", platform.Backing.BusTransport)
            .WithDeadLetterCommands(platform);

    /// <summary>
    /// Objects. In the cloud, where all buckets of the world share their names, the service has a bucket of its own and is told its name as
    /// configuration <paramref name="bucketKey"/>; here it makes the one it calls by itself.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithObjects(this IResourceBuilder<ProjectResource> service, Platform platform, string bucketKey)
    {
        service.WithReference(platform.Backing.Objects).WaitFor(platform.Backing.Objects);
        return platform.Builder.ExecutionContext.IsPublishMode
            ? service.WithEnvironment(bucketKey, platform.Builder.AddParameter($"{service.Resource.Name}-bucket"))
            : service;
    }

    /// <summary>A bucket that is there, with its rules, before the service starts; its name is told as configuration <paramref name="key"/>.</summary>
    public static IResourceBuilder<ProjectResource> WithBucket(this IResourceBuilder<ProjectResource> service, Platform platform, string name, string key, bool fromBrowsers = false)
    {
        service.WithReference(platform.Backing.Objects).WaitFor(platform.Backing.Objects);
        return platform.Builder.ExecutionContext.IsPublishMode
            ? service.WithEnvironment(key, platform.Buckets.NameInTheCloud(name))
            : service.WithEnvironment(key, name).WaitForCompletion(platform.Buckets.Add(name, fromBrowsers));
    }

    /// <summary>Full-text search.</summary>
    public static IResourceBuilder<ProjectResource> WithSearch(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Search, connectionName: "search").WaitFor(platform.Backing.Search).WaitForCompletion(platform.Migrator);

    /// <summary>A folder for files in the making, which may be lost; in the cloud the task's own disk.</summary>
    public static IResourceBuilder<ProjectResource> WithScratch(this IResourceBuilder<ProjectResource> service, Platform platform, string key) =>
        platform.Builder.ExecutionContext.IsPublishMode ? service : service.WithEnvironment(key, Path.Combine(platform.Options.DataFolder, "scratch", service.Resource.Name));

    public static IResourceBuilder<ProjectResource> WithMail(this IResourceBuilder<ProjectResource> service, Platform platform) =>
        service.WithReference(platform.Backing.Mail, connectionName: "mail").WaitFor(platform.Backing.Mail);
}
