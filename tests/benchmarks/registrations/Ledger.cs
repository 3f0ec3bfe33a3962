using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Streamix.Benchmarks.Startup;

namespace Streamix.Benchmarks.Registrations;

/// <summary>What stands in databases and queues, read by the connection strings that the graph gave its services.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    private const string Waiting = "SELECT count(*) FROM outbox WHERE type IN ('users.account.registered', 'comms.mail.requested')";
    private static readonly string[] Services = ["users-account", "users-profile", "auth-identity", "comms-email"];
    private readonly Dictionary<string, NpgsqlDataSource> _databases;
    private readonly HttpClient _broker;

    public Ledger(IReadOnlyList<RunningProcess> processes)
    {
        _databases = Services.ToDictionary(service => service, service => NpgsqlDataSource.Create(Setting(service, $"{service}-db") + ";Maximum Pool Size=2"), StringComparer.Ordinal);
        var bus = new Uri(Setting("users-account", "bus"));
        _broker = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{bus.Port + 3}") };
        _broker.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(bus.UserInfo))));

        string Setting(string service, string connection) => processes.First(process => process.Name == service).Environment[$"ConnectionStrings__{connection}"];
    }

    /// <summary>How many have everything a new account has.</summary>
    public async Task<long> CompleteAsync() => new[]
    {
        await CountAsync("auth-identity", "SELECT count(*) FROM credentials"),
        await CountAsync("users-profile", "SELECT count(*) FROM profiles"),
        await CountAsync("comms-email", "SELECT count(*) FROM mails WHERE state = 'Sent'"),
    }.Min();

    public async Task<Backlog> BacklogAsync()
    {
        var outbox = 0L;
        foreach (var service in Services) outbox += await CountAsync(service, Waiting);
        var queues = await _broker.GetFromJsonAsync<List<JsonElement>>("/api/queues");
        return new(
            outbox,
            queues!.Sum(queue => queue.TryGetProperty("messages", out var messages) ? messages.GetInt64() : 0),
            await CountAsync("comms-email", "SELECT count(*) FROM mails WHERE state = 'Queued'"));
    }

    public async ValueTask DisposeAsync()
    {
        _broker.Dispose();
        foreach (var database in _databases.Values) await database.DisposeAsync();
    }

    private async Task<long> CountAsync(string service, string query)
    {
#pragma warning disable CA2100 // The queries stand above.
        await using var command = _databases[service].CreateCommand(query);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>What waits at one moment.</summary>
internal sealed record Backlog(long Outbox, long Queues, long Mails)
{
    public static Backlog Largest(Backlog one, Backlog other) => new(Math.Max(one.Outbox, other.Outbox), Math.Max(one.Queues, other.Queues), Math.Max(one.Mails, other.Mails));
}
