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
using Streamix.Users.Contracts.Profiles;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Tests.Profile;

/// <summary>The service in this process, on a database and a bucket of its own.</summary>
public sealed class ProfileHost : WebApplicationFactory<ProfileDb>, IAsyncLifetime
{
    private TestTokens? _tokens;
    private string _database = "";
    private string _objects = "";

    internal string? Bus { get; init; }

    internal Dictionary<string, string> Settings { get; init; } = [];

    internal string Bucket { get; } = $"profiles-{Guid.NewGuid():n}";

    internal MovingTime Time { get; } = new();

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    internal IObjectStore Objects => Services.GetRequiredService<IObjectStore>();

    public async Task InitializeAsync()
    {
        _objects = await ObjectServer.SharedAsync();
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("profiles");
        var options = new DbContextOptionsBuilder<ProfileDb>();
        options.UseNpgsql(_database).UseServiceConventions();
        await using var db = new ProfileDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>A user who has just signed in.</summary>
    internal HttpClient User(Guid? account = null) => CreateClient().As(Tokens.User(account));

    /// <summary>A user who signed in an hour ago, with a profile picked.</summary>
    internal HttpClient LongSince(Guid account, Guid? profile = null) =>
        CreateClient().As(Tokens.User(new UserClaims { Account = account, Profile = profile, AuthenticatedAt = Time.GetUtcNow().AddHours(-1) }));

    internal HttpClient Service(string name = "auth-session") => CreateClient().AsService(Tokens.Service(name));

    internal async Task<ProfileEntryAnswer> EnterAsync(Guid account, Guid profile, string? pin = null) =>
        await new ProfilesClient(Service()).EnterAsync(profile, new(account, pin), default);

    internal async Task<T> QueryAsync<T>(Func<ProfileDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<ProfileDb>());
    }

    internal async Task<List<string>> KeysAsync(string prefix = "")
    {
        await Objects.EnsureBucketAsync(Bucket);
        List<string> keys = [];
        await foreach (var found in Objects.ListAsync(Bucket, prefix))
            keys.Add(found.Key);
        return keys;
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:users-profile-db", _database);
        builder.UseSetting("ConnectionStrings:objects", _objects);
        builder.UseSetting("Avatars:Bucket", Bucket);
        builder.UseSetting("Pins:Pepper", "a pepper of tests, at least 32 characters");
        builder.UseSetting("Pins:Iterations", "10000");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "10000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}
