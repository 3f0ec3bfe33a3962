using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Session.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Session.Hosting;

/// <summary>One replica of auth-session in this process. Replicas share what <see cref="Stores"/> names.</summary>
public sealed class SessionHost(Stores stores) : WebApplicationFactory<SessionDb>
{
    public const string Secret = "a client's secret for tests only";
    private readonly ConcurrentDictionary<string, string> _serviceTokens = new(StringComparer.Ordinal);
    private Uri? _listening;
    private Uri? _grpc;

    internal Stores Stores => stores;

    internal TimeProvider? Time { get; init; }

    /// <summary>Errors that were logged.</summary>
    internal Failures Failures { get; } = new();

    internal Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    internal Action<IServiceCollection>? Replacing { get; init; }

    public static async Task<SessionHost> StartAsync(TimeProvider? time = null, Action<IServiceCollection>? replacing = null, params (string Key, string Value)[] settings) =>
        new(await Stores.CreateAsync()) { Time = time, Replacing = replacing, Settings = settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) };

    /// <summary>Another replica.</summary>
    public SessionHost Replica() => new(stores) { Time = Time, Settings = Settings, Replacing = Replacing };

    /// <summary>Makes it listen on ports of its own, one for HTTP and one for gRPC; before its first use.</summary>
    internal Gateways.Doors Listen()
    {
        var (http, grpc) = (FreePorts.Take(), FreePorts.Take());
        UseKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(http);
            kestrel.ListenLocalhost(grpc, listen => listen.Protocols = HttpProtocols.Http2);
        });
        StartServer();
        _listening = new($"http://localhost:{http}");
        _grpc = new($"http://localhost:{grpc}");
        return new($"http://localhost:{http}", $"http://localhost:{grpc}");
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client that keeps no cookies.</summary>
    internal HttpClient Client(string? accessToken = null, string agent = "Tests/1.0")
    {
        var client = _listening is null ? new HttpClient(Server.CreateHandler()) { BaseAddress = new("https://localhost") } : new HttpClient { BaseAddress = _listening };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return accessToken is null ? client : client.As(accessToken);
    }

    internal async Task<V1.Sessions.SessionsClient> CallsAsync(string service)
    {
        var token = await ServiceTokenAsync(service);
        var address = _grpc ?? Server.BaseAddress;
        var http = _grpc is null ? new HttpClient(Server.CreateHandler()) : new HttpClient();
        http.AsService(token);
        return new(GrpcChannel.ForAddress(address, new() { HttpClient = http }));
    }

    internal async Task<V1.Tokens> OpenAsync(Guid? account = null, Action<V1.OpenRequest>? change = null)
    {
        var request = Opening(account ?? Guid.CreateVersion7());
        change?.Invoke(request);
        return await (await CallsAsync("auth-identity")).OpenAsync(request);
    }

    internal static V1.OpenRequest Opening(Guid account) => new()
    {
        AccountId = account.ToString(), Acr = "aal1", Method = "password", IdempotencyKey = Guid.NewGuid().ToString(), Persistent = true,
        Client = new() { Device = "Firefox on Linux", UserAgent = "Tests/1.0", Address = "203.0.113.7", Country = "DE", City = "Berlin" },
    };

    internal async Task<string> ServiceTokenAsync(string service)
    {
        if (_serviceTokens.TryGetValue(service, out var known) && Time is null)
            return known;
        using var client = Client();
        using var answer = await client.SendAsync(TokenRequest(service, Secret));
        return _serviceTokens[service] = (await answer.ShouldBeAsync(200)).GetProperty("access_token").GetString()!;
    }

    internal static HttpRequestMessage TokenRequest(string client, string secret, string grant = "client_credentials") => new(HttpMethod.Post, "/internal/tokens")
    {
        Content = new FormUrlEncodedContent([new("grant_type", grant)]),
        Headers = { Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}"))) },
    };

    internal async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:auth-session-db", stores.Database);
        builder.UseSetting("ConnectionStrings:sessions", stores.Redis);
        if (stores.Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.UseSetting("Session:KeyEncryptionSecret", stores.Secret);
        builder.UseSetting("Session:Prefix", stores.Prefix);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("RateLimits:PerCallerPerSecond", "100000");
        builder.UseSetting("RateLimits:SensitivePerMinute", "1000");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        foreach (var service in (string[])["auth-identity", "infra-gateway", "users-account", "users-profile"])
            builder.UseSetting($"Clients:{service}", Secret);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Failures));
        builder.ConfigureTestServices(services =>
        {
            if (Time is { } time)
                services.Replace(ServiceDescriptor.Singleton(time));
            Replacing?.Invoke(services);
        });
    }
}
