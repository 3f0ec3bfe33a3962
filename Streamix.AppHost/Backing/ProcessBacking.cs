using Streamix.AppHost.Backing.Processes;
using Streamix.AppHost.Commands;

namespace Streamix.AppHost.Backing;

/// <summary>Every backing resource as a plain process of this machine, in a folder of its own below the data folder.</summary>
internal sealed class ProcessBacking : IBacking
{
    private readonly Platform _platform;
    private readonly Lazy<IResourceBuilder<PostgresProcess>> _postgres;
    private readonly Lazy<IResourceBuilder<RedisProcess>> _cache;
    private readonly Lazy<IResourceBuilder<RedisProcess>> _sessions;
    private readonly Lazy<IResourceBuilder<RabbitProcess>> _bus;
    private readonly Lazy<ObjectStore> _objects;
    private readonly Lazy<IResourceBuilder<MailDevProcess>> _mail;
    private readonly Lazy<IResourceBuilder<IResourceWithConnectionString>> _search;

    public ProcessBacking(Platform platform)
    {
        _platform = platform;
        _postgres = new(AddPostgres);
        _cache = new(() => AddRedis("cache", platform.Ports.Redis));
        _sessions = new(() => AddRedis("sessions", platform.Ports.Sessions).WithEnvironment("REDIS_FSYNC", "always"));
        _bus = new(AddRabbit);
        _objects = new(AddObjects);
        _mail = new(AddMail);
        _search = new(() => platform.Database("search"));
    }

    public IResourceBuilder<IResourceWithConnectionString> Postgres => _postgres.Value;

    public IResourceBuilder<IResourceWithConnectionString> Cache => _cache.Value;

    public IResourceBuilder<IResourceWithConnectionString> Sessions => _sessions.Value;

    public IResourceBuilder<IResourceWithConnectionString> Bus => _bus.Value;

    public string BusTransport => "rabbitmq";

    public IResourceBuilder<IResourceWithConnectionString> Objects => _objects.Value.Connection;

    public EndpointReference ObjectsDoor => _objects.Value.Door;

    public IResourceBuilder<IResourceWithConnectionString> Mail => _mail.Value;

    public IResourceBuilder<IResourceWithConnectionString> Search => _search.Value;

    public EndpointReference PostgresEndpoint => _postgres.Value.Resource.Endpoint;

    public void AddAll()
    {
        _ = (Postgres, Cache, Sessions, Bus, Objects, Mail);
        AddPrometheus();
    }

    private IResourceBuilder<PostgresProcess> AddPostgres()
    {
        var password = _platform.Secrets.Password("postgres-password");
        return AddEngine(new PostgresProcess("postgres", Engine.Scripts(_platform), password.Resource), "postgres.sh", _platform.Ports.Postgres)
            .WithEnvironment("POSTGRES_PASSWORD", password)
            .WithCheck(new PostgresAnswers());
    }

    private IResourceBuilder<RedisProcess> AddRedis(string name, int port)
    {
        var password = _platform.Secrets.Password($"{name}-password");
        return AddEngine(new RedisProcess(name, Engine.Scripts(_platform), password.Resource), "redis.sh", port)
            .WithEnvironment("REDIS_PASSWORD", password)
            .WithCheck(new RedisAnswers());
    }

    private IResourceBuilder<RabbitProcess> AddRabbit()
    {
        var password = _platform.Secrets.Password("bus-password");
        var port = _platform.Ports.Rabbit;
        return AddEngine(new RabbitProcess("bus", Engine.Scripts(_platform), password.Resource), "rabbitmq.sh", port)
            .WithEnvironment("RABBITMQ_PASSWORD", password)
            .WithEnvironment("RABBITMQ_NODE", $"streamix{port.ToString()}")
            .WithEnvironment("RABBITMQ_MANAGEMENT_PORT", (port + 3).ToString())
            .WithHttpEndpoint(port + 3, port + 3, "management", isProxied: false)
            .WithUrlForEndpoint("management", url => url.DisplayText = "Queues")
            .WithCheck(new RabbitAnswers());
    }

    private ObjectStore AddObjects()
    {
        var key = _platform.Secrets.Password("objects-secret-key");
        var port = _platform.Ports.Objects;
        var server = _platform.Builder.AddProject<Projects.Streamix_LocalS3>("local-s3", project => project.ExcludeLaunchProfile = true)
            .WithHttpEndpoint(port, port, isProxied: false)
            .WithHttpHealthCheck("/-/health")
            .WithEnvironment("S3__Data", Engine.Folder(_platform, "objects"))
            .WithEnvironment("S3__AccessKey", "streamix")
            .WithEnvironment("S3__SecretKey", key)
            .WithEnvironment("S3__Region", "us-east-1")
            .ExcludeFromManifest();
        var door = server.GetEndpoint("http");
        var connection = ReferenceExpression.Create($"Endpoint={door};AccessKey=streamix;SecretKey={key};Region=us-east-1");
        return new(_platform.Builder.AddConnectionString("objects", connection).WithParentRelationship(server).WaitFor(server), door);
    }

    private IResourceBuilder<MailDevProcess> AddMail()
    {
        var web = _platform.Ports.MailWeb;
        return AddEngine(new MailDevProcess("mail", Engine.Scripts(_platform)), "maildev.sh", _platform.Ports.Smtp)
            .WithArgs($"{web}")
            .WithHttpEndpoint(web, web, "web", isProxied: false)
            .WithUrlForEndpoint("web", url => url.DisplayText = "Mail")
            .WithHttpHealthCheck("/api/healthz", endpointName: "web")
            .WithOpenMailCommand("web");
    }

    private void AddPrometheus()
    {
        var port = _platform.Ports.Prometheus;
        _platform.Builder.AddExecutable("prometheus", "bash", Engine.Scripts(_platform),
                "prometheus.sh", Engine.Folder(_platform, "prometheus"), $"{port}")
            .WithHttpEndpoint(port, port, isProxied: false)
            .WithHttpHealthCheck("/-/ready")
            .WithScrapeTargets(_platform, Path.Combine(Engine.Folder(_platform, "prometheus"), "targets.json"), "localhost")
            .ExcludeFromManifest();
    }

    private IResourceBuilder<T> AddEngine<T>(T engine, string script, int port) where T : EngineProcess =>
        _platform.Builder.AddResource(engine)
            .WithArgs(script, Engine.Folder(_platform, engine.Name), $"{port}")
            .WithEndpoint(port, port, scheme: engine.Scheme, name: EngineProcess.EndpointName, isProxied: false)
            .ExcludeFromManifest();
}
