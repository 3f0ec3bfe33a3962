using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Identity.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>auth-identity in this process on a database of its own; auth-session is played by <see cref="Sessions"/>.</summary>
public class IdentityHost : WebApplicationFactory<IdentityDb>, IAsyncLifetime
{
    public const string RelyingParty = "streamix.example";
    public const string Origin = "https://streamix.example";
    private readonly string _sealingSecret = $"{Guid.NewGuid():n}{Guid.NewGuid():n}";
    private TestTokens? _tokens;
    private TestInbox? _own;
    private TestInbox? _comms;
    private string? _bus;

    internal MovingTime Time { get; } = new();

    internal FakeSessions Sessions { get; } = new();

    internal LogLines Logs { get; } = new();

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    internal TestInbox Comms => _comms!;

    internal string Database { get; private set; } = "";

    /// <summary>Real events over RabbitMQ, rather than handlers called directly.</summary>
    protected virtual bool WithBus => false;

    /// <summary>None, so that tests do not wait for what they do not ask about.</summary>
    protected virtual TimeSpan SteadyAnswer => TimeSpan.Zero;

    public async Task InitializeAsync()
    {
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("identity");
        var options = new DbContextOptionsBuilder<IdentityDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new IdentityDb(options.Options);
        await db.Database.MigrateAsync();
        _comms = await TestInbox.CommsAsync();
        _own = await TestInbox.StartAsync("auth-identity", _sealingSecret);
        _bus = WithBus ? await (await RabbitServer.SharedAsync()).CreateVhostAsync() : null;
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    internal HttpClient Anonymous(string? address = null)
    {
        var client = CreateClient(new() { BaseAddress = new("https://localhost"), HandleCookies = false });
        if (address is not null)
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    /// <summary>Signed in just now, unless told.</summary>
    internal HttpClient As(TestAccount account, string acr = "aal1", TimeSpan? age = null) =>
        Anonymous().As(Tokens.User(new UserClaims { Account = account.Id, Session = account.Session, Acr = acr, AuthenticatedAt = Time.GetUtcNow() - (age ?? TimeSpan.Zero) }));

    internal async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal Task<T> QueryAsync<T>(Func<IdentityDb, Task<T>> query) => InScopeAsync(query);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("OTEL_SERVICE_NAME", "auth-identity");
        builder.UseSetting("ConnectionStrings:auth-identity-db", Database);
        if (_bus is not null)
            builder.UseSetting("ConnectionStrings:bus", _bus);
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("Sealing:Secret", _sealingSecret);
        builder.UseSetting("Sealing:Recipients:auth-identity", _own!.Keys);
        builder.UseSetting("Sealing:Recipients:comms-email", _comms!.Keys);
        builder.UseSetting("Identity:EncryptionSecret", "only for tests, and long enough to be one");
        builder.UseSetting("Identity:SteadyAnswer", SteadyAnswer.ToString("c"));
        builder.UseSetting("Identity:Passkeys:RelyingParty", RelyingParty);
        builder.UseSetting("Identity:Passkeys:Origins:0", Origin);
        builder.UseSetting("RateLimits:SensitivePerMinute", "100000");
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("Messaging:Retry:Attempts", "2");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.RemoveAll<V1.Sessions.SessionsClient>();
            services.AddSingleton<V1.Sessions.SessionsClient>(Sessions);
        });
    }
}

/// <summary>The same with RabbitMQ between.</summary>
public sealed class IdentityHostWithBus : IdentityHost
{
    protected override bool WithBus => true;
}

/// <summary>The same, its answers as slow as they are to be for everybody.</summary>
public sealed class SteadyIdentityHost : IdentityHost
{
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    protected override TimeSpan SteadyAnswer => Least;
}
