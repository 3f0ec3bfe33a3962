using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Storage;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using KeysClient = Streamix.Media.Contracts.Keys.V1.Keys.KeysClient;

namespace Streamix.Media.Tests.Jobs;

/// <summary>One replica of the service in this process. Its slots work only when <see cref="Slots"/> says so; the janitor sweeps when a test says so.</summary>
public sealed class TranscoderHost : WebApplicationFactory<TranscoderDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;
    private string _objects = "";
    private bool _first;

    internal string? Bus { get; init; }

    internal int Slots { get; init; }

    internal Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Of another host, to be a second replica of it.</summary>
    internal string Database { get; set; } = "";

    internal string Bucket { get; init; } = $"jobs-{Guid.NewGuid():n}";

    internal string ScratchRoot { get; init; } = Path.Combine(Path.GetTempPath(), $"jobs-scratch-{Guid.NewGuid():n}");

    internal MovingTime Time { get; init; } = new();

    internal FakePipeline Pipeline { get; init; } = new();

    internal FakeCatalog Catalog { get; init; } = new();

    internal FakeKeys Keys { get; init; } = new();

    /// <summary>The pipeline of the service itself, instead of the fake.</summary>
    internal bool RealPipeline { get; init; }

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    internal IObjectStore Objects => Services.GetRequiredService<IObjectStore>();

    public async Task InitializeAsync()
    {
        _objects = await ObjectServer.SharedAsync();
        if (Database.Length > 0)
            return;
        _first = true;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("jobs");
        var options = new DbContextOptionsBuilder<TranscoderDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new TranscoderDb(options.Options);
        await db.Database.MigrateAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        _tokens?.Dispose();
        if (_first && Directory.Exists(ScratchRoot))
            Directory.Delete(ScratchRoot, recursive: true);
    }

    /// <summary>Another process on the same database, bucket and disk.</summary>
    internal TranscoderHost Replica(int slots, Action<FakePipeline>? pipeline = null, Dictionary<string, string>? settings = null)
    {
        var own = new FakePipeline { Chunks = Pipeline.Chunks, Texts = Pipeline.Texts };
        pipeline?.Invoke(own);
        return new()
        {
            Slots = slots, Database = Database, Bucket = Bucket, ScratchRoot = ScratchRoot, Time = Time, Catalog = Catalog, Keys = Keys, Pipeline = own,
            Settings = settings ?? Settings,
        };
    }

    /// <summary>Lets its slots work.</summary>
    internal async Task StartAsync()
    {
        await InitializeAsync();
        _ = Services;
    }

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    internal HttpClient Admin() => CreateClient().As(Tokens.User(null, "admin"));

    internal async Task<T> QueryAsync<T>(Func<TranscoderDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TranscoderDb>());
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:media-transcoder-db", Database);
        builder.UseSetting("ConnectionStrings:objects", _objects);
        builder.UseSetting("Transcoder:Renditions", Bucket);
        builder.UseSetting("Transcoder:Scratch", ScratchRoot);
        builder.UseSetting("Transcoder:Slots", $"{Slots}");
        builder.UseSetting("Transcoder:Poll", "00:00:00.020");
        builder.UseSetting("Transcoder:Heartbeat", "00:00:00.050");
        builder.UseSetting("Transcoder:ReportEvery", "00:00:00.100");
        builder.UseSetting("Transcoder:FirstRetry", "00:00:00.010");
        builder.UseSetting("Transcoder:Patience", "00:00:00.050");
        builder.UseSetting("Transcoder:SweepEvery", "1.00:00:00");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "10000");
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Replace(ServiceDescriptor.Transient(_ => Catalog.Client));
            services.Replace(ServiceDescriptor.Singleton<KeysClient>(Keys));
            if (!RealPipeline)
                services.Replace(ServiceDescriptor.Singleton<IPipeline>(Pipeline));
        });
    }
}
