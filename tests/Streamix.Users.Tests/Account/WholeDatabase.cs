using System.Text;
using Npgsql;

namespace Streamix.Users.Tests.Account;

/// <summary>Looks into every column of every table.</summary>
internal static class WholeDatabase
{
    /// <summary>The columns whose value, as text or as bytes, contains <paramref name="text"/>.</summary>
    public static async Task<List<string>> FindAsync(string connection, string text)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        List<(string Table, string Column, string Type)> columns = [];
        await using (var list = source.CreateCommand("SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));

        columns.Count.ShouldBeGreaterThan(50);
        List<string> found = [];
        foreach (var (table, column, type) in columns)
        {
            await using var find = source.CreateCommand(type == "bytea"
                ? $"SELECT count(*) FROM \"{table}\" WHERE position($1::bytea in \"{column}\") > 0"
                : $"SELECT count(*) FROM \"{table}\" WHERE strpos(\"{column}\"::text, $1) > 0");
            find.Parameters.AddWithValue(type == "bytea" ? Encoding.UTF8.GetBytes(text) : text);
            if (await find.ExecuteScalarAsync() is > 0L)
                found.Add($"{table}.{column}");
        }
        return found;
    }
}
