using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.History.V1;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.History.Hosting;

/// <summary>The service in this process on a database of its own, or on another host's.</summary>
public sealed class HistoryHost : WebApplicationFactory<HistoryDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;

    internal string Database { get; set; } = "";

    internal MovingTime Time { get; init; } = new();

    internal FakeCatalog Catalog { get; init; } = new();

    internal Dictionary<string, string> Settings { get; init; } = [];

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    public async Task InitializeAsync()
    {
        if (Database.Length > 0)
            return;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("history");
        var options = new DbContextOptionsBuilder<HistoryDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new HistoryDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>Another process on the same database.</summary>
    internal HistoryHost Replica() => new() { Database = Database, Time = Time, Catalog = Catalog, Settings = Settings };

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    internal HttpClient Viewer(Viewing who) => CreateClient().As(Tokens.User(new UserClaims { Account = who.Account, Profile = who.Profile }));

    internal V1.History.HistoryClient Calls(string service = "streaming-playback-context")
    {
        var http = new HttpClient(Server.CreateHandler());
        http.AsService(Tokens.Service(service));
        return new(GrpcChannel.ForAddress(Server.BaseAddress, new() { HttpClient = http }));
    }

    internal async Task<T> QueryAsync<T>(Func<HistoryDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HistoryDb>());
    }

    /// <summary>As the consumer does it: in a transaction.</summary>
    internal async Task HandleAsync<THandler, TEvent>(TEvent @event) where THandler : IEventHandler<TEvent> where TEvent : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HistoryDb>();
        await db.InTransactionAsync(async token =>
        {
            await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(@event, new(Guid.NewGuid(), "test", 1, "s", Time.GetUtcNow(), "c", 1), token);
            await db.SaveChangesAsync(token);
        });
    }

    internal Task<List<JsonElement>> CompletionsAsync(Guid profile) => QueryAsync(async db =>
    {
        var bodies = await db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE type = 'streaming.title.completed' ORDER BY position").ToListAsync();
        return bodies.ConvertAll(b => JsonDocument.Parse(b).RootElement).FindAll(e => e.GetProperty("profileId").GetGuid() == profile);
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:streaming-watch-history-db", Database);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Replace(ServiceDescriptor.Transient(_ => Catalog.Client));
        });
    }
}

/// <summary>Somebody who watches.</summary>
internal sealed record Viewing(Guid Account, Guid Profile)
{
    public static Viewing Somebody() => new(Guid.CreateVersion7(), Guid.CreateVersion7());

    /// <summary>A position of a title of 1000 seconds with credits at 900, unless told otherwise.</summary>
    public V1.Position At(Guid title, double seconds, DateTimeOffset playedAt, double creditsAt = 900, double duration = 1000, Guid? playback = null) => new()
    {
        AccountId = Account.ToString(), ProfileId = Profile.ToString(), TitleId = title.ToString(), PlaybackId = (playback ?? Guid.CreateVersion7()).ToString(),
        Position_ = seconds, Duration = duration, CreditsAt = creditsAt, PlayedAt = playedAt.ToTimestamp(),
    };
}

internal static class HistoryCallsOfTests
{
    public static async Task RecordAsync(this HistoryHost host, params V1.Position[] positions) => await host.Calls().RecordAsync(new() { Positions = { positions } });

    public static async Task<V1.ResumeAnswer> ResumeAsync(this HistoryHost host, Viewing who, Guid title) =>
        await host.Calls().ResumeAsync(new() { ProfileId = who.Profile.ToString(), TitleId = title.ToString() });

    /// <summary>The body; default for none.</summary>
    public static async Task<JsonElement> ShouldBeAsync(this Task<HttpResponseMessage> call, int status)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        return text.Length > 0 && text[0] == '{' ? JsonDocument.Parse(text).RootElement : default;
    }

    public static async Task<List<JsonElement>> ItemsAsync(this HttpClient client, string address) =>
        [.. (await client.GetAsync(address).ShouldBeAsync(200)).GetProperty("items").EnumerateArray()];
}
