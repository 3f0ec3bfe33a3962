using Npgsql;

namespace Streamix.Infra.Migrator;

/// <summary>
/// A database, its extensions, and a role that may read and write rows and nothing else. What exists is left as it is;
/// the password is always set anew.
/// </summary>
internal sealed class DatabaseSetup(ServiceDatabase database)
{
    private static readonly string[] Extensions = ["citext", "pg_trgm", "unaccent"];
    private readonly string _name = database.Address.Database!;
    private readonly string _role = database.Address.Username!;

    /// <summary>On the server: role and database.</summary>
    public async Task CreateAsync(NpgsqlConnection server, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_database WHERE datname = @name", _name, cancellationToken))
            await DatabaseServer.RunAsync(server, "CREATE DATABASE %I", cancellationToken, _name);
        if (IsOwnRole(server))
        {
            var verb = await ExistsAsync(server, "SELECT 1 FROM pg_roles WHERE rolname = @name", _role, cancellationToken) ? "ALTER" : "CREATE";
            await DatabaseServer.RunAsync(
                server, verb + " ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L", cancellationToken, _role, database.Address.Password ?? "");
        }
    }

    /// <summary>In the database, before its migrations: extensions and rights, those of tables to come included.</summary>
    public async Task PrepareAsync(NpgsqlConnection inside, CancellationToken cancellationToken)
    {
        foreach (var extension in Extensions)
            await DatabaseServer.RunAsync(inside, "CREATE EXTENSION IF NOT EXISTS %I", cancellationToken, extension);
        await DatabaseServer.RunAsync(inside, "REVOKE ALL ON DATABASE %I FROM PUBLIC", cancellationToken, _name);
        await DatabaseServer.RunAsync(inside, "REVOKE ALL ON SCHEMA public FROM PUBLIC", cancellationToken);
        if (!IsOwnRole(inside))
            return;

        await DatabaseServer.RunAsync(inside, "GRANT CONNECT ON DATABASE %I TO %I", cancellationToken, _name, _role);
        foreach (var grant in (string[])
        [
            "GRANT USAGE ON SCHEMA public TO %I",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %I",
        ])
            await DatabaseServer.RunAsync(inside, grant, cancellationToken, _role);
        if (database.Context is null)
            await DatabaseServer.RunAsync(inside, "GRANT CREATE ON DATABASE %I TO %I", cancellationToken, _name, _role);
    }

    private bool IsOwnRole(NpgsqlConnection connection) =>
        !string.IsNullOrEmpty(_role) && _role != new NpgsqlConnectionStringBuilder(connection.ConnectionString).Username;

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this file
        await using var command = new NpgsqlCommand(query, connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("name", name);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
