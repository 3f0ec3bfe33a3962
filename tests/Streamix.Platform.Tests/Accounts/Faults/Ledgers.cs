using Aspire.Hosting.Testing;
using Npgsql;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>Reads the databases of some services past them.</summary>
internal sealed class Ledgers(AccountsGraph graph, params string[] databases)
{
    public async Task<List<string>> DeadLettersAsync() =>
        [.. (await EverywhereAsync("SELECT id, type || ' ' || handler || ': ' || reason FROM dead_letters")).Select(letter => $"{letter.Database}: {letter.Text}")];

    /// <summary>What waits to be sent, but for what nobody listens to.</summary>
    public async Task<List<string>> UnsentAsync(IReadOnlySet<string> heard) =>
        [.. (await EverywhereAsync("SELECT id, type FROM outbox")).Where(row => heard.Contains(row.Text)).Select(row => $"{row.Database}: {row.Text}")];

    /// <summary>An id and a text of each row.</summary>
    public async Task<List<(Guid Id, string Text)>> ReadAsync(string database, string query, params string[] values)
    {
        var admin = new NpgsqlConnectionStringBuilder(await graph.Application.GetConnectionStringAsync("postgres")) { Database = database, Pooling = false };
        await using var source = NpgsqlDataSource.Create(admin);
#pragma warning disable CA2100 // The tests' own queries.
        await using var command = source.CreateCommand(query);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        List<(Guid, string)> rows = [];
        while (await reader.ReadAsync()) rows.Add((reader.GetGuid(0), reader.GetString(1)));
        return rows;
    }

    private async Task<IEnumerable<(string Database, string Text)>> EverywhereAsync(string query)
    {
        var found = new List<(string, string)>();
        foreach (var database in databases)
            found.AddRange((await ReadAsync(database, query)).Select(row => (database, row.Text)));
        return found;
    }
}
