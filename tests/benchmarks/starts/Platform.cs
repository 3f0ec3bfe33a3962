using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Starts;

/// <summary>The services that a start goes through, each a process, on one PostgreSQL, one Redis and one RabbitMQ as in the graph.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string PathSecret = "only for this run, and long enough to be a secret";
    /// <summary>The bucket of packages.</summary>
    public const string Packages = "packages";

    private const string Nowhere = "Endpoint=http://127.0.0.1:1;AccessKey=none;SecretKey=none;Region=us-east-1";
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly Dictionary<string, string> _common = new(StringComparer.Ordinal);
    private readonly List<Service> _services = [];
    private PostgresServer _postgres = null!;

    public TestTokens Tokens { get; } = new();

    public Neighbours Neighbours { get; private set; } = null!;

    public string RightsDatabase { get; private set; } = "";

    public Service Playbacks { get; private set; } = null!;

    public Service Orchestrator { get; private set; } = null!;

    public Service Drm { get; private set; } = null!;

    public IReadOnlyList<Service> Services => _services;

    /// <param name="objects">Where packages are; starts alone do without.</param>
    /// <param name="probe">The orchestrator asks edges at their addresses.</param>
    public static async Task<Platform> StartAsync(string objects = Nowhere, bool probe = false)
    {
        var platform = new Platform();
        try
        {
            await platform.StartEnginesAsync(objects);
            await platform.StartServicesAsync(probe);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more; it ends with the platform.</summary>
    public async Task<Service> AddAsync(string assembly, string name, Dictionary<string, string> settings, params string[] arguments)
    {
        var all = new Dictionary<string, string>(_common, StringComparer.Ordinal);
        foreach (var (key, value) in settings)
            all[key] = value;
        var service = Keep(await Service.StartAsync(assembly, name, all, arguments: arguments));
        _services.Add(service);
        return service;
    }

    public async Task<string> MigratedAsync<T>(Func<DbContextOptions<T>, T> open) where T : DbContext
    {
        var database = await _postgres.CreateDatabaseAsync(typeof(T).Name.ToLowerInvariant());
        var options = new DbContextOptionsBuilder<T>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = open(options.Options);
        await db.Database.MigrateAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
        Tokens.Dispose();
    }

    private async Task StartEnginesAsync(string objects)
    {
        _postgres = Keep(await PostgresServer.StartAsync());
        var redis = Keep(await RedisServer.StartAsync());
        var rabbit = Keep(await RabbitServer.StartAsync());
        Neighbours = Keep(await Neighbours.StartAsync(Tokens));
        _common["ConnectionStrings__cache"] = redis.ConnectionString;
        _common["ConnectionStrings__bus"] = await rabbit.CreateVhostAsync();
        _common["ConnectionStrings__objects"] = objects;
        _common["Auth__Jwks"] = Tokens.Jwks;
        _common["Auth__TokenEndpoint"] = $"{Neighbours.Address}/tokens";
        _common["Auth__ClientSecret"] = "only for this run";
        _common["RateLimits__PerCallerPerSecond"] = "100000";
        _common["RateLimits__PerCallerBurst"] = "100000";
        _common["services__media-catalog__http__0"] = Neighbours.Address;
        _common["services__users-profile__http__0"] = Neighbours.Address;
    }

    private async Task StartServicesAsync(bool probe)
    {
        RightsDatabase = await MigratedAsync<RightsDb>(options => new(options));
        Drm = await AddAsync("Streamix.Media.Drm.dll", "media-drm", new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__media-drm-db"] = await MigratedAsync<DrmDb>(options => new(options)), ["Drm__KeyEncryptionKeys__0"] = PathSecret, ["Drm__TokenSecret"] = $"{PathSecret}, for tokens",
        });
        var rights = await AddAsync("Streamix.Streaming.Rights.dll", "streaming-rights", new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__streaming-rights-db"] = RightsDatabase, ["Rights__HomeWhenUnknown"] = "true",
        });
        Orchestrator = await AddAsync("Streamix.Streaming.CdnOrchestrator.dll", "streaming-cdn-orchestrator", new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__streaming-cdn-orchestrator-db"] = await MigratedAsync<OrchestratorDb>(options => new(options)), ["Edges__Keys__0"] = PathSecret, ["Edges__Probe"] = $"{probe}",
        });
        var history = await AddAsync("Streamix.Streaming.WatchHistory.dll", "streaming-watch-history", new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__streaming-watch-history-db"] = await MigratedAsync<HistoryDb>(options => new(options)),
        });
        Playbacks = await AddAsync("Streamix.Streaming.PlaybackContext.dll", "streaming-playback-context", new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__streaming-playback-context-db"] = await MigratedAsync<PlaybackDb>(options => new(options)),
            ["Playback__Renditions"] = Packages,
            ["services__media-drm__grpc__0"] = Drm.Grpc.ToString(),
            ["services__streaming-rights__grpc__0"] = rights.Grpc.ToString(),
            ["services__streaming-cdn-orchestrator__grpc__0"] = Orchestrator.Grpc.ToString(),
            ["services__streaming-watch-history__grpc__0"] = history.Grpc.ToString(),
        });
    }

    private T Keep<T>(T part) where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
