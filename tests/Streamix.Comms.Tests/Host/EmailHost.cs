using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Sending;
using Streamix.Comms.Tests.Smtp;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Comms.Tests.Host;

/// <summary>The service in this process on a database of its own, with a mail server of its own.</summary>
internal sealed class EmailHost : WebApplicationFactory<EmailDb>
{
    public const string Secret = "a secret of the tests that is long enough";
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Email:Secret"] = Secret,
        ["Sealing:Secret"] = Secret,
        ["Email:WebApp"] = "https://app.streamix.example",
        ["Email:PublicApi"] = "https://app.streamix.example/api/v1",
        ["Email:Sending:RatePerSecond"] = "500",
        ["Email:Sending:FirstRetry"] = "00:00:00.100",
        ["Email:Sending:Reconnect"] = "00:00:00.050",
        ["Email:Sending:PollInterval"] = "00:00:00.200",
        ["Messaging:UnroutedProbe"] = "00:00:00.3",
        ["RateLimits:PerCallerBurst"] = "10000",
    };

    public SmtpServer? Smtp { get; private set; }

    public TestTokens Tokens { get; } = new();

    public string Database { get; private set; } = "";

    public ConcurrentQueue<string> Logged { get; } = new();

    public ISendProbe? Probe { get; init; }

    public Action<IServiceCollection>? Adjust { get; init; }

    /// <summary>Starts it on an empty database, or beside another host on its database; with a port it listens there.</summary>
    public static async Task<EmailHost> StartAsync(
        SmtpServer? smtp = null, string? database = null, ISendProbe? probe = null, Action<IServiceCollection>? services = null, int? port = null, params (string Name, string Value)[] settings)
    {
        var host = new EmailHost { Probe = probe, Adjust = services, Smtp = smtp ?? new SmtpServer(), Database = database ?? await NewDatabaseAsync() };
        host._settings["ConnectionStrings:mail"] = host.Smtp.Address;
        foreach (var (name, value) in settings)
            host._settings[name] = value;
        if (port is { } listened)
        {
            host.UseKestrel(kestrel => kestrel.ListenLocalhost(listened));
            host.StartServer();
        }
        var keys = await host.CreateClient().GetStringAsync("/.well-known/sealing-keys.json");
        host.Services.GetRequiredService<IOptions<SealingOptions>>().Value.Recipients[MailDesk.Recipient] = keys;
        return host;
    }

    public HttpClient Admin(Guid? account = null) => CreateClient().As(Tokens.User(account, "admin"));

    /// <summary>A mail is asked for, as the bus would deliver it.</summary>
    public async Task<Guid> AskAsync(
        string template, string to = "ada@example.com", string? name = "Ada", IReadOnlyDictionary<string, string>? values = null, Guid? mailId = null, Guid? account = null,
        string locale = "en", DateTimeOffset? expiresAt = null)
    {
        var id = mailId ?? Guid.CreateVersion7();
        await HandleAsync(await RequestAsync(id, account ?? Guid.CreateVersion7(), template, new(to, name, values ?? Examples(template)), locale, expiresAt));
        return id;
    }

    public async Task<MailRequested> RequestAsync(Guid id, Guid account, string template, MailContent content, string locale = "en", DateTimeOffset? expiresAt = null)
    {
        var sealer = Services.GetRequiredService<ISealer>();
        return new(id, account, template, locale, await sealer.SealAsync(MailDesk.Recipient, JsonSerializer.SerializeToUtf8Bytes(content, JsonDefaults.Options), default), expiresAt);
    }

    public Task HandleAsync(MailRequested request) => HandleAsync<AcceptMail, MailRequested>(request);

    /// <summary>An event reaches its handler, as the bus would deliver it.</summary>
    public async Task HandleAsync<THandler, TEvent>(TEvent @event) where THandler : IEventHandler<TEvent> where TEvent : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmailDb>();
        await db.InTransactionAsync(async token =>
        {
            var handler = ActivatorUtilities.CreateInstance<THandler>(scope.ServiceProvider);
            await handler.HandleAsync(@event, new EventContext(Guid.NewGuid(), typeof(TEvent).Name, 1, "test", DateTimeOffset.UtcNow, "test", 1), token);
            await db.SaveChangesAsync(token);
        });
    }

    public async Task<T> QueryAsync<T>(Func<EmailDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<EmailDb>());
    }

    public Task<Mail> MailAsync(Guid id) => QueryAsync(db => db.Mails.AsNoTracking().SingleAsync(m => m.Id == id));

    public Task StateAsync(Guid id, MailState state) => Until.TrueAsync(async () => (await MailAsync(id)).State == state, $"the mail is {state}");

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Dictionary<string, string> Examples(string template) => new(Comms.Email.Templates.TemplateExamples.For(template));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Tokens.Dispose();
        if (Smtp is { } smtp)
            await smtp.DisposeAsync();
    }

    /// <summary>Stops the service and leaves its mail server and database to the next one.</summary>
    public async Task StopAsync()
    {
        Smtp = null;
        await DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.UseSetting("ConnectionStrings:comms-email-db", Database);
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new LogCollector(Logged)).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            if (Probe is { } probe)
                services.Replace(ServiceDescriptor.Singleton(probe));
            Adjust?.Invoke(services);
        });
    }

    private static async Task<string> NewDatabaseAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("email");
        var options = new DbContextOptionsBuilder<EmailDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = new EmailDb(options.Options);
        await db.Database.MigrateAsync();
        return database;
    }
}
