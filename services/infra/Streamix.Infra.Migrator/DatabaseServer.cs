using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Streamix.Infra.Migrator;

/// <summary>The PostgreSQL server, as a role that may create databases, roles and extensions.</summary>
internal sealed class DatabaseServer(string address)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The address of one database with the rights of this role.</summary>
    public string AddressOf(string database) =>
        new NpgsqlConnectionStringBuilder(address) { Database = database, Pooling = false, Timeout = 5, ApplicationName = "migrator" }.ConnectionString;

    /// <summary>Connects as soon as the server answers.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="deadline"/>.</exception>
    public async Task<NpgsqlConnection> ConnectAsync(string database, TimeSpan deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var connection = new NpgsqlConnection(AddressOf(database));
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (NpgsqlException error)
            {
                await connection.DisposeAsync();
                if (IsFinal(error))
                    throw;
                if (time.GetElapsedTime(began) >= deadline)
                    throw new TimeoutException($"PostgreSQL did not answer within {deadline.TotalSeconds:0} s: {error.Message}", error);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    /// <summary>Runs DDL whose names and literals PostgreSQL itself quotes (<c>format</c> with %I and %L).</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The text comes from format() of the server, which quotes every part.")]
    public static async Task RunAsync(NpgsqlConnection connection, string format, CancellationToken cancellationToken, params string[] parts)
    {
        var places = string.Concat(parts.Select((_, i) => $", @p{i}::text"));
        await using var quote = new NpgsqlCommand($"SELECT format(@format{places})", connection);
        quote.Parameters.AddWithValue("format", format);
        for (var i = 0; i < parts.Length; i++)
            quote.Parameters.AddWithValue($"p{i}", parts[i]);
        var statement = (string)(await quote.ExecuteScalarAsync(cancellationToken))!;
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Wrong password or no such role: waiting does not help.</summary>
    private static bool IsFinal(NpgsqlException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification };
}
