using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.Messaging.Tests.DeadLetters;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Messaging.Tests.Operations;

/// <summary>A service with the chassis and messaging, on a database of its own and without a bus.</summary>
public sealed class OperationsHost : IAsyncLifetime
{
    private readonly TestTokens _tokens = new();
    private WebApplication _app = null!;

    internal HandlerBehaviour Behaviour { get; } = new();

    internal string Database { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(Database);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(OperationsHost).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new KitSettings("", Database, Database).For(Role.Consume).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Configuration.AddInMemoryCollection([new("OTEL_SERVICE_NAME", "kit"), new("Auth:Jwks", _tokens.Jwks), new("RateLimits:PerCallerBurst", "10000")]);
        builder.Services.AddSingleton(Behaviour);
        builder.AddServiceDefaults();
        builder.AddServiceDatabase<KitDb>(KitDatabase.Connection);
        builder.AddMessaging<KitDb>(m => m.Handles<Kit.StepTaken, RecordStep>().Handles<PersonMet, GreetPerson>());
        _app = builder.Build();
        _app.UseServiceDefaults();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _tokens.Dispose();
    }

    internal HttpClient Nobody() => _app.GetTestClient();

    internal HttpClient User(params string[] roles) => Nobody().As(TokenOf(roles));

    internal string TokenOf(params string[] roles) => _tokens.User(null, roles);

    internal string TokenOfService(string name) => _tokens.Service(name);

    internal HttpClient User(Guid account, params string[] roles) => Nobody().As(_tokens.User(account, roles));

    internal HttpClient Service(string name) => Nobody().AsService(TokenOfService(name));

    internal async Task<List<Guid>> AddAsync(params DeadLetter[] letters)
    {
        await using var db = KitDatabase.Open(Database);
        db.AddRange(letters);
        await db.SaveChangesAsync();
        return [.. letters.Select(l => l.Id)];
    }

    internal Task<List<Guid>> AddAsync(int count) => AddAsync([.. Enumerable.Range(1, count).Select(TestLetter.Create)]);

    internal static DeadLetter Letter(string type, int version, string body, string reason = "InvalidOperationException: broken") => new()
    {
        Id = Guid.CreateVersion7(), EventId = Guid.CreateVersion7(), Handler = nameof(GreetPerson), Type = type, Version = version, Subject = "subject",
        Body = Encoding.UTF8.GetBytes(body), OccurredAt = DateTimeOffset.UtcNow, CorrelationId = "c", Reason = reason, Attempts = 8, FailedAt = DateTimeOffset.UtcNow,
    };

    internal static async Task<JsonElement> JsonAsync(Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
