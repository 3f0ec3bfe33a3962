using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;

namespace Streamix.Benchmarks.Heartbeats;

/// <summary>The reference: a statement and a commit for each position, over connections that stay open.</summary>
internal sealed class SingleRows : IKeeper, IAsyncDisposable
{
    private const string Statement = """
        INSERT INTO positions AS p (account_id, profile_id, title_id, playback_id, seconds, duration, played_at, completed, completed_at, first_played_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, false, NULL, $7)
        ON CONFLICT (profile_id, title_id) DO UPDATE SET playback_id = excluded.playback_id, seconds = excluded.seconds, duration = excluded.duration, played_at = excluded.played_at
        WHERE excluded.played_at >= p.played_at
        """;

    private readonly ConcurrentBag<NpgsqlCommand> _idle = [];
    private readonly List<NpgsqlConnection> _open = [];

    /// <summary>As many connections as there are players.</summary>
    public static async Task<SingleRows> OpenAsync(string database, int connections)
    {
        var rows = new SingleRows();
        for (var i = 0; i < connections; i++)
        {
            var connection = new NpgsqlConnection(database + ";Pooling=false");
            await connection.OpenAsync();
            rows._open.Add(connection);
            rows._idle.Add(await PrepareAsync(connection));
        }
        return rows;
    }

    public async Task KeepAsync(Beat beat, CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var command))
            throw new InvalidOperationException("There are more players than connections.");
        object[] values = [beat.Account, beat.Profile, beat.Title, beat.Playback, beat.Seconds, Beat.Duration, beat.At];
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        await command.ExecuteNonQueryAsync(cancellationToken);
        _idle.Add(command);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open)
            await connection.DisposeAsync();
    }

    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Statement, connection);
        NpgsqlDbType[] types = [NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Double, NpgsqlDbType.Double, NpgsqlDbType.TimestampTz];
        foreach (var type in types)
            command.Parameters.Add(new() { NpgsqlDbType = type });
        await command.PrepareAsync();
        return command;
    }
}
