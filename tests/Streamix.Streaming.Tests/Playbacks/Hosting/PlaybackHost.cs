using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Starting;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Profiles;
using EdgesV1 = Streamix.Streaming.Contracts.Edges.V1;
using HistoryV1 = Streamix.Streaming.Contracts.History.V1;
using KeysV1 = Streamix.Media.Contracts.Keys.V1;
using RightsV1 = Streamix.Streaming.Contracts.Rights.V1;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Playbacks.Hosting;

/// <summary>The service in this process on a database of its own, with neighbours that do what a test says. Its rounds sleep: tests call them.</summary>
public sealed class PlaybackHost : WebApplicationFactory<PlaybackDb>, IAsyncLifetime
{
    private const string Never = "1.00:00:00";
    private readonly Lock _clients = new();
    private readonly string _bucket = $"renditions-{Guid.NewGuid():n}";
    private TestTokens? _tokens;
    private string _database = "";
    private string _objects = "";

    internal Dictionary<string, string> Settings { get; init; } = [];

    internal MovingTime Time { get; } = new();

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    internal FakeRights Rights { get; } = new();

    internal FakeEdges Edges { get; } = new();

    internal FakeHistory History { get; } = new();

    internal FakeKeys Keys { get; } = new();

    internal FakeRoutes Routes { get; } = new();

    public async Task InitializeAsync()
    {
        _objects = await ObjectServer.SharedAsync();
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("playbacks");
        var options = new DbContextOptionsBuilder<PlaybackDb>();
        options.UseNpgsql(_database).UseServiceConventions();
        await using (var db = new PlaybackDb(options.Options))
            await db.Database.MigrateAsync();
        var store = Get<IObjectStore>();
        await store.EnsureBucketAsync(_bucket);
        foreach (var name in (string[])["master.m3u8", "clearkey.m3u8", "manifest.mpd"])
            await store.PutAsync(_bucket, Packaged.Prefix + name, new MemoryStream(Encoding.UTF8.GetBytes(Packaged.Text(name))));
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    internal HttpClient Viewer(UserClaims? claims = null) => CreateClient().As(Tokens.User(claims ?? new() { Profile = Guid.CreateVersion7() }));

    internal async Task<T> QueryAsync<T>(Func<PlaybackDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<PlaybackDb>());
    }

    internal Task<Playback> RowAsync(Guid id) => QueryAsync(db => db.Playbacks.AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>As the consumer does it: in a transaction, with the context's own retries off.</summary>
    internal async Task HandleAsync<THandler, TEvent>(TEvent @event) where THandler : IEventHandler<TEvent> where TEvent : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlaybackDb>();
        await db.InTransactionAsync(async token =>
        {
            await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(@event, new(Guid.NewGuid(), "test", 1, "s", Time.GetUtcNow(), "c", 1), token);
            await db.SaveChangesAsync(token);
        });
    }

    /// <summary>Bodies of staged events, oldest first: without a bus they stay in the outbox.</summary>
    internal Task<List<JsonElement>> EventsAsync(string type, Guid? playback = null) => QueryAsync(async db =>
    {
        var bodies = await db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE type = {type} ORDER BY position").ToListAsync();
        return bodies.ConvertAll(b => JsonDocument.Parse(b).RootElement).FindAll(e => playback is null || e.GetProperty("playbackId").GetGuid() == playback);
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:streaming-playback-context-db", _database);
        builder.UseSetting("ConnectionStrings:objects", _objects);
        builder.UseSetting("Playback:Renditions", _bucket);
        builder.UseSetting("Playback:Rounds", Never);
        builder.UseSetting("Playback:ClosingRounds", Never);
        builder.UseSetting("Playback:OptionalBudget", "00:00:05");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Replace(ServiceDescriptor.Singleton<RightsV1.Rights.RightsClient>(Rights));
            services.Replace(ServiceDescriptor.Singleton<EdgesV1.Edges.EdgesClient>(Edges));
            services.Replace(ServiceDescriptor.Singleton<HistoryV1.History.HistoryClient>(History));
            services.Replace(ServiceDescriptor.Singleton<KeysV1.Keys.KeysClient>(Keys));
            services.Replace(ServiceDescriptor.Transient(_ => new PlayablesClient(Routes.Client("media-catalog"))));
            services.Replace(ServiceDescriptor.Transient(_ => new ProfilesClient(Routes.Client("users-profile"))));
            services.Replace(ServiceDescriptor.Transient(_ => new PreferencesClient(Routes.Client("users-profile"))));
        });
    }
}
