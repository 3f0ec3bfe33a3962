using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Search.Data;
using Streamix.Discovery.Tests.Engines;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Discovery.Tests.Searching;

/// <summary>The search in this process, with the library in its index.</summary>
public sealed class SearchHost : WebApplicationFactory<SearchDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;
    private string _database = "";
    private string? _index;

    internal string? Bus { get; init; }

    /// <summary>Another engine than the usual one.</summary>
    internal string? Engine { get; init; }

    internal int? Burst { get; init; }

    internal StandingTime Time { get; } = new(Library.Now);

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    public async Task InitializeAsync()
    {
        var server = await PostgresServer.SharedAsync();
        _database = await server.CreateDatabaseAsync("discovery");
        _index = Engine ?? await server.CreateDatabaseAsync("search");
        var options = new DbContextOptionsBuilder<SearchDb>();
        options.UseNpgsql(_database).UseServiceConventions();
        await using var db = new SearchDb(options.Options);
        await db.Database.MigrateAsync();
        if (Engine is not null)
            return;
        var writer = Services.GetRequiredService<IIndexWriter>();
        await writer.PrepareAsync(default);
        await writer.WriteAsync([.. Library.All.Select(IndexChange.Of)], default);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    /// <summary>Somebody with a profile that may watch so much, at home somewhere.</summary>
    internal async Task<HttpClient> ViewerAsync(int maturity = 18, string country = "DE", params string[] roles)
    {
        var (account, profile) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await QueryAsync(async db =>
        {
            db.Accounts.Add(new() { AccountId = account, Country = country });
            db.Profiles.Add(new() { ProfileId = profile, AccountId = account, Maturity = maturity, Revision = 1 });
            return await db.SaveChangesAsync();
        });
        return As(account, profile, roles);
    }

    internal HttpClient As(Guid account, Guid? profile = null, params string[] roles) =>
        CreateClient().As(Tokens.User(new UserClaims { Account = account, Profile = profile, Roles = roles }));

    internal async Task<T> QueryAsync<T>(Func<SearchDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<SearchDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:discovery-search-db", _database);
        builder.UseSetting("ConnectionStrings:search", _index);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", $"{Burst ?? 10000}");
        builder.UseSetting("RateLimits:PerCallerPerSecond", Burst is null ? "10000" : "1");
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}

/// <summary>The library's present; it moves on with the clock, so that timers work.</summary>
internal sealed class StandingTime(DateTimeOffset start) : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => start + (System.GetUtcNow() - _began);
}

internal static class SearchCalls
{
    public static async Task<JsonElement> FindAsync(this HttpClient client, string query = "")
    {
        var answer = await client.GetAsync($"/search{query}");
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<string[]> TitlesAsync(this HttpClient client, string query = "") =>
        [.. (await client.FindAsync(query)).GetProperty("items").EnumerateArray().Select(t => t.GetProperty("originalTitle").GetString()!)];
}
