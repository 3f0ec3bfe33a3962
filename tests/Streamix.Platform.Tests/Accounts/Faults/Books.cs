using Aspire.Hosting.Testing;
using Npgsql;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>What stands in the services' databases in the end.</summary>
internal sealed class Books(MortalGraph graph)
{
    private static readonly string[] Databases = ["users-account-db", "users-profile-db", "auth-identity-db", "auth-session-db", "comms-email-db"];

    /// <summary>Account, e-mail and status of all whose address begins so.</summary>
    public Task<List<(Guid Id, string Text)>> AccountsAsync(string mark) =>
        ReadAsync("users-account-db", "SELECT id, email || ' ' || status FROM accounts WHERE starts_with(email_key, $1)", mark);

    /// <summary>Whose credential is there, and whether it was proven.</summary>
    public Task<List<(Guid Id, string Text)>> CredentialsAsync() =>
        ReadAsync("auth-identity-db", "SELECT account_id, CASE WHEN proven_at IS NULL THEN 'unproven' ELSE 'proven' END FROM credentials");

    public Task<List<(Guid Id, string Text)>> ProfilesAsync() => ReadAsync("users-profile-db", "SELECT account_id, name FROM profiles");

    /// <summary>The send log.</summary>
    public Task<List<(Guid Id, string Text)>> MailsAsync() => ReadAsync("comms-email-db", "SELECT account_id, template || ' ' || state FROM mails");

    public async Task<List<string>> DeadLettersAsync() =>
        [.. (await EverywhereAsync("SELECT id, type || ' ' || handler || ': ' || reason FROM dead_letters")).Select(letter => $"{letter.Database}: {letter.Text}")];

    /// <summary>What waits to be sent, but for what nobody listens to.</summary>
    public async Task<List<string>> UnsentAsync(IReadOnlySet<string> heard) =>
        [.. (await EverywhereAsync("SELECT id, type FROM outbox")).Where(row => heard.Contains(row.Text)).Select(row => $"{row.Database}: {row.Text}")];

    private async Task<IEnumerable<(string Database, string Text)>> EverywhereAsync(string query)
    {
        var found = new List<(string, string)>();
        foreach (var database in Databases)
            found.AddRange((await ReadAsync(database, query)).Select(row => (database, row.Text)));
        return found;
    }

    private async Task<List<(Guid Id, string Text)>> ReadAsync(string database, string query, params string[] values)
    {
        var admin = new NpgsqlConnectionStringBuilder(await graph.Application.GetConnectionStringAsync("postgres")) { Database = database, Pooling = false };
        await using var source = NpgsqlDataSource.Create(admin);
#pragma warning disable CA2100 // The queries stand above.
        await using var command = source.CreateCommand(query);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        List<(Guid, string)> rows = [];
        while (await reader.ReadAsync()) rows.Add((reader.GetGuid(0), reader.GetString(1)));
        return rows;
    }
}
