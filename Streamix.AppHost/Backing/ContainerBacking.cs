using System.Security.Cryptography;
using Streamix.AppHost.Backing.Containers;

namespace Streamix.AppHost.Backing;

/// <summary>Every backing resource as a container; in publish mode this is the shape that the cloud's services take.</summary>
internal sealed class ContainerBacking : IBacking
{
    private readonly Platform _platform;
    private readonly Lazy<IResourceBuilder<PostgresServerResource>> _postgres;
    private readonly Lazy<IResourceBuilder<RedisResource>> _cache;
    private readonly Lazy<IResourceBuilder<RedisResource>> _sessions;
    private readonly Lazy<IResourceBuilder<KafkaServerResource>> _bus;
    private readonly Lazy<ObjectStore> _objects;
    private readonly Lazy<IResourceBuilder<ConnectionStringResource>> _mail;
    private readonly Lazy<IResourceBuilder<ElasticsearchResource>> _search;

    public ContainerBacking(Platform platform)
    {
        _platform = platform;
        var builder = platform.Builder;
        var ports = platform.Ports;
        _postgres = new(() => builder.AddPostgres("postgres", password: platform.Secrets.Password("postgres-password"), port: platform.HostPort(ports.Postgres))
            .WithImageTag("17").WithDataVolume(Volume("postgres")));
        _cache = new(() => builder.AddRedis("cache", platform.HostPort(ports.Redis), platform.Secrets.Password("cache-password"))
            .WithImageTag("7.4").WithDataVolume(Volume("cache")).WithPersistence());
        _sessions = new(() => builder.AddRedis("sessions", platform.HostPort(ports.Sessions), platform.Secrets.Password("sessions-password"))
            .WithImageTag("7.4").WithDataVolume(Volume("sessions")).WithSyncedAppendOnlyFile());
        _bus = new(() => builder.AddKafka("bus").WithDataVolume(Volume("bus")));
        _objects = new(() => LocalStack.Add(platform));
        _mail = new(() => MailDev.Add(platform));
        _search = new(() => builder.AddElasticsearch("search", platform.Secrets.Password("search-password")).WithDataVolume(Volume("search")));
    }

    public IResourceBuilder<IResourceWithConnectionString> Postgres => _postgres.Value;

    public IResourceBuilder<IResourceWithConnectionString> Cache => _cache.Value;

    public IResourceBuilder<IResourceWithConnectionString> Sessions => _sessions.Value;

    public IResourceBuilder<IResourceWithConnectionString> Bus => _bus.Value;

    public string BusTransport => "kafka";

    public IResourceBuilder<IResourceWithConnectionString> Objects => _objects.Value.Connection;

    public EndpointReference ObjectsDoor => _objects.Value.Door;

    public IResourceBuilder<IResourceWithConnectionString> Mail => _mail.Value;

    public IResourceBuilder<IResourceWithConnectionString> Search => _search.Value;

    public EndpointReference PostgresEndpoint => _postgres.Value.Resource.PrimaryEndpoint;

    public void AddAll()
    {
        _ = (Postgres, Cache, Sessions, Bus, Objects, Mail, Search);
        if (_platform.Builder.ExecutionContext.IsRunMode) Metrics.Add(_platform);
    }

    /// <summary>
    /// Volumes carry an id that lies beside the secrets their data opens to: another checkout has others, and who deletes the secrets starts
    /// afresh instead of before locked doors. <c>./streamix reset</c> removes them by this id.
    /// </summary>
    private string Volume(string name) => _platform.Builder.ExecutionContext.IsPublishMode
        ? $"streamix-{name}"
        : $"streamix-{_platform.Secrets.Keep("volumes", () => RandomNumberGenerator.GetHexString(8, lowercase: true))}-{name}";
}
