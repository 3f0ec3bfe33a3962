using Streamix.AppHost.Backing;
using Streamix.AppHost.Restarts;
using Streamix.AppHost.Signing;

namespace Streamix.AppHost;

/// <summary>The graph being built: its options, its backing resources and the services so far.</summary>
internal sealed class Platform
{
    private readonly List<IResourceBuilder<ProjectResource>> _services = [];
    private readonly Lazy<IResourceBuilder<ProjectResource>> _migrator;
    private readonly Lazy<LocalSigningKey> _signingKey;

    private Platform(IDistributedApplicationBuilder builder, GraphOptions options)
    {
        Builder = builder;
        Options = options;
        Secrets = new Secrets(builder, options.DataFolder);
        Ports = new Ports(options, builder.ExecutionContext.IsRunMode);
        Backing = options.Backing == BackingKind.Containers ? new ContainerBacking(this) : new ProcessBacking(this);
        Buckets = new Buckets(this);
        _migrator = new(AddMigrator);
        _signingKey = new(() => new LocalSigningKey(Secrets));
    }

    public IDistributedApplicationBuilder Builder { get; }

    public GraphOptions Options { get; }

    public Secrets Secrets { get; }

    public Ports Ports { get; }

    public IBacking Backing { get; }

    public Buckets Buckets { get; }

    /// <summary>Creates databases and roles and applies migrations, then ends; services with a database wait for it.</summary>
    public IResourceBuilder<ProjectResource> Migrator => _migrator.Value;

    /// <summary>Signs tokens on this machine.</summary>
    public LocalSigningKey SigningKey => _signingKey.Value;

    /// <summary>Every service added so far, in the order of the map.</summary>
    public IReadOnlyList<IResourceBuilder<ProjectResource>> Services => _services;

    /// <summary>Issues and checks tokens; absent when its cluster is not part of the start.</summary>
    public IResourceBuilder<ProjectResource>? Session { get; set; }

    /// <summary>Services that keep something of a user.</summary>
    public IList<IResourceBuilder<ProjectResource>> PersonalDataHolders { get; } = [];

    /// <summary>Serve segments at doors of their own; the gateway does not know them.</summary>
    public IList<IResourceBuilder<ProjectResource>> Edges { get; } = [];

    /// <summary>Serve the pages of the apps, by whatever means: they ask nothing of other services, and the gateway sends people to them.</summary>
    public IList<IResourceBuilder<IResourceWithServiceDiscovery>> Pages { get; } = [];

    /// <summary>The service of this name, when it is part of the start.</summary>
    public IResourceBuilder<ProjectResource>? Find(string name) => _services.Find(service => service.Resource.Name == name);

    public static Platform For(IDistributedApplicationBuilder builder)
    {
        var platform = new Platform(builder, GraphOptions.From(builder));
        builder.RestartWhatCrashes();
        if (platform.Options.Only.Count > 0) return platform;
        platform.Backing.AddAll();
        _ = platform.Migrator;
        return platform;
    }

    /// <summary>A port of this machine; none when publishing, where nothing is reached by it.</summary>
    public int? HostPort(int port) => Builder.ExecutionContext.IsRunMode ? port : null;

    /// <summary>Adds a service with an HTTP endpoint and its health check.</summary>
    public IResourceBuilder<ProjectResource> AddService<TProject>(string name) where TProject : IProjectMetadata, new()
    {
        var service = AddHost<TProject>(name);
        _services.Add(service);
        return service;
    }

    /// <summary>The same of what is no service: it knows no callers and no other service.</summary>
    public IResourceBuilder<ProjectResource> AddHost<TProject>(string name) where TProject : IProjectMetadata, new() =>
        Builder.AddProject<TProject>(name, project => project.ExcludeLaunchProfile = true)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", Builder.Environment.EnvironmentName)
            .WithSettings(this);

    private IResourceBuilder<ProjectResource> AddMigrator() =>
        Builder.AddProject<Projects.Streamix_Infra_Migrator>("infra-migrator", project => project.ExcludeLaunchProfile = true)
            .WithEnvironment("DOTNET_ENVIRONMENT", Builder.Environment.EnvironmentName)
            .WithReference(Backing.Postgres)
            .WaitFor(Backing.Postgres);
}
