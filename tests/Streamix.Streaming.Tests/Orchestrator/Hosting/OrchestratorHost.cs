using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.Tests.Orchestrator.Hosting;

/// <summary>One replica of streaming-cdn-orchestrator in this process. Replicas share database, clock and keys.</summary>
public sealed class OrchestratorHost : WebApplicationFactory<OrchestratorDb>, IAsyncLifetime
{
    public const string Secret = "only for tests, and long enough to be a secret";
    public const string OlderSecret = "the one before it, which is as long as the other";
    private TestTokens? _tokens;

    internal string Database { get; set; } = "";

    internal string[] Keys { get; init; } = [Secret];

    internal FakeTimeProvider Time { get; init; } = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    internal Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    internal OrchestratorHost Replica() => new() { Database = Database, Time = Time, Keys = Keys };

    public async Task InitializeAsync()
    {
        if (Database.Length > 0)
            return;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("orchestrator");
        var options = new DbContextOptionsBuilder<OrchestratorDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new OrchestratorDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    internal HttpClient Admin(string role = "admin") => CreateClient().As(Tokens.User(new UserClaims { Roles = [role], Acr = "aal2" }));

    internal HttpClient Service(string name) => CreateClient().AsService(Tokens.Service(name));

    internal V1.Edges.EdgesClient Calls(string service = "streaming-playback-context")
    {
        var http = new HttpClient(Server.CreateHandler());
        http.AsService(Tokens.Service(service));
        return new(GrpcChannel.ForAddress(Server.BaseAddress, new() { HttpClient = http }));
    }

    /// <summary>A report as that edge sends it.</summary>
    internal async Task<EdgeOrders> ReportAsync(string edge, Func<EdgeReport, EdgeReport>? change = null)
    {
        using var http = Service(edge);
        var report = new EdgeReport($"http://{edge}.test/", "eu", 1_000_000_000, 1, EdgeStates.Serving, 0, 0, 0, 0, [PathKey.Of(Secret).Id], 0, []);
        return await new EdgeReportsClient(http).ReportAsync(edge, change?.Invoke(report) ?? report, default);
    }

    /// <summary>What the rounds do every second.</summary>
    internal async Task ReadAsync()
    {
        await Get<EdgeBook>().RefreshAsync(default);
        await Get<RevokedPlaybacks>().RefreshAsync(default);
    }

    internal async Task<T> QueryAsync<T>(Func<OrchestratorDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<OrchestratorDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:streaming-cdn-orchestrator-db", Database);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("RateLimits:PerCallerPerSecond", "100000");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        builder.UseSetting("Edges:Probe", "false");
        builder.UseSetting("Edges:Regions:NL", "eu");
        for (var i = 0; i < Keys.Length; i++)
            builder.UseSetting($"Edges:Keys:{i}", Keys[i]);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}
