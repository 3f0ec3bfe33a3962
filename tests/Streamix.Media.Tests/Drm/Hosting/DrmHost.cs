using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Tests.Drm.Hosting;

/// <summary>One replica of media-drm in this process. Replicas share the database and the secrets that are not told otherwise.</summary>
public sealed class DrmHost : WebApplicationFactory<DrmDb>, IAsyncLifetime
{
    internal static readonly string FirstSecret = Secret();
    private static readonly string TokenSecret = Secret();
    private readonly Lock _clients = new();
    private TestTokens? _tokens;

    internal string Database { get; set; } = "";

    internal string? Bus { get; init; }

    internal string[] KeyEncryptionKeys { get; init; } = [FirstSecret];

    internal Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    internal FakeTimeProvider Time { get; init; } = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    internal bool RealTime { get; init; }

    internal LogBook Logs { get; } = new();

    internal Action<IServiceCollection>? Replacing { get; init; }

    internal TestTokens Tokens => _tokens ??= new(time: RealTime ? TimeProvider.System : Time);

    internal static string Secret() => $"{Guid.NewGuid():n}{Guid.NewGuid():n}";

    /// <summary>Another replica.</summary>
    internal DrmHost Replica(params string[] keyEncryptionKeys) => new() { Database = Database, Time = Time, KeyEncryptionKeys = keyEncryptionKeys.Length == 0 ? KeyEncryptionKeys : keyEncryptionKeys };

    public async Task InitializeAsync()
    {
        if (Database.Length > 0)
            return;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("drm");
        var options = new DbContextOptionsBuilder<DrmDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new DrmDb(options.Options);
        await db.Database.MigrateAsync();
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

    internal HttpClient Admin(string? role = null) => CreateClient().As(Tokens.User(new UserClaims { Roles = [role ?? "admin"], Acr = "aal2" }));

    internal V1.Keys.KeysClient Calls(string service)
    {
        var http = new HttpClient(Server.CreateHandler());
        http.AsService(Tokens.Service(service));
        return new(GrpcChannel.ForAddress(Server.BaseAddress, new() { HttpClient = http }));
    }

    internal V1.Keys.KeysClient Transcoder => Calls("media-transcoder");

    internal V1.Keys.KeysClient PlaybackContext => Calls("streaming-playback-context");

    internal async Task<T> QueryAsync<T>(Func<DrmDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<DrmDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:media-drm-db", Database);
        if (Bus is not null)
            builder.UseSetting("ConnectionStrings:bus", Bus);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("RateLimits:PerCallerPerSecond", "100000");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        builder.UseSetting("Drm:TokenSecret", TokenSecret);
        for (var i = 0; i < KeyEncryptionKeys.Length; i++)
            builder.UseSetting($"Drm:KeyEncryptionKeys:{i}", KeyEncryptionKeys[i]);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs).AddFilter<LogBook>(null, LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            if (!RealTime)
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            Replacing?.Invoke(services);
        });
    }
}
