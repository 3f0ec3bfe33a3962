using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Storage;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using Streamix.Users.Account.Data;
using SessionsClient = Streamix.Auth.Contracts.Sessions.V1.Sessions.SessionsClient;

namespace Streamix.Users.Tests.Account;

/// <summary>The service in this process on a database and a bucket of its own. Sagas and janitor move when a test says so.</summary>
public sealed class AccountHost : WebApplicationFactory<AccountDb>, IAsyncLifetime
{
    private TestTokens? _tokens;
    private string _objects = "";
    private string _identityKeys = "";
    private string _emailKeys = "";

    internal string? Bus { get; init; }

    internal Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Of another host, to be a second replica of it.</summary>
    internal string Database { get; set; } = "";

    internal string Bucket { get; init; } = $"account-{Guid.NewGuid():n}";

    internal MovingTime Time { get; init; } = new();

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    /// <summary>auth-session, as far as this service knows it.</summary>
    internal FakeSessions Sessions { get; } = new();

    /// <summary>What the object store fails at.</summary>
    internal StoreTrouble Store { get; } = new();

    internal IObjectStore Objects => Services.GetRequiredService<IObjectStore>();

    public async Task InitializeAsync()
    {
        _objects = await ObjectServer.SharedAsync();
        (_identityKeys, _emailKeys) = ((await SealedRecipient.Identity).Keys, (await SealedRecipient.Email).Keys);
        if (Database.Length > 0)
            return;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("account");
        var options = new DbContextOptionsBuilder<AccountDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new AccountDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>A user who has just signed in.</summary>
    internal HttpClient User(Guid account, params string[] roles) => CreateClient().As(Tokens.User(account, roles));

    /// <summary>A user who signed in an hour ago.</summary>
    internal HttpClient LongSince(Guid account) => CreateClient().As(Tokens.User(new UserClaims { Account = account, AuthenticatedAt = Time.GetUtcNow().AddHours(-1) }));

    internal async Task<T> QueryAsync<T>(Func<AccountDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AccountDb>());
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:users-account-db", Database);
        builder.UseSetting("ConnectionStrings:objects", _objects);
        builder.UseSetting("Account:Bucket", Bucket);
        builder.UseSetting("Account:SagaInterval", "1.00:00:00");
        builder.UseSetting("Account:SweepInterval", "1.00:00:00");
        builder.UseSetting("Sealing:Recipients:auth-identity", _identityKeys);
        builder.UseSetting("Sealing:Recipients:comms-email", _emailKeys);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "10000");
        builder.UseSetting("RateLimits:SensitivePerMinute", "10000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Replace(ServiceDescriptor.Singleton<SessionsClient>(Sessions));
            var real = services.Single(d => d.ServiceType == typeof(IObjectStore)).ImplementationType!;
            services.Replace(ServiceDescriptor.Singleton<IObjectStore>(provider => new FlakyObjects((IObjectStore)ActivatorUtilities.CreateInstance(provider, real), Store)));
        });
    }
}
