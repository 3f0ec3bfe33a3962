using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Sample.Notes.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Notes;

/// <summary>The sample service in this process on a database of its own.</summary>
public sealed class NotesHost : WebApplicationFactory<NotesDb>, IAsyncLifetime
{
    private TestTokens? _tokens;
    private string _database = "";

    internal string? Bus { get; init; }

    internal TimeProvider? Time { get; init; }

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    public async Task InitializeAsync()
    {
        var server = await PostgresServer.SharedAsync();
        _database = await server.CreateDatabaseAsync("notes");
        var options = new DbContextOptionsBuilder<NotesDb>();
        options.UseNpgsql(_database).UseServiceConventions();
        await using var db = new NotesDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>A signed-in user.</summary>
    internal HttpClient User(Guid? account = null) => CreateClient().As(Tokens.User(account));

    internal async Task<T> QueryAsync<T>(Func<NotesDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<NotesDb>());
    }

    internal static Task<HttpResponseMessage> WriteAsync(HttpClient client, string title, string? key = null, string text = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Content = JsonContent.Create(new { title, text }) };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:sample-notes-db", _database);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "10000");
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (Time is { } time)
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(time)));
    }
}
