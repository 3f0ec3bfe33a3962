using Npgsql;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>
/// Some partitions of the outbox, held by one transaction. The first row of a partition is its lock: another relay skips it,
/// and cannot mistake the second for the first while this transaction lasts. Losing the lock costs duplicates, never order,
/// because every relay starts at the first row that is left.
/// </summary>
internal sealed class OutboxBatch(NpgsqlTransaction transaction) : IAsyncDisposable
{
    private const string Claim = """
        SELECT o.partition
        FROM generate_series(0, @last) AS p
        CROSS JOIN LATERAL (
            SELECT position FROM outbox WHERE partition = p AND type <> ALL (@held) ORDER BY position LIMIT 1) AS head
        JOIN outbox AS o ON o.position = head.position
        ORDER BY o.position
        LIMIT @share
        FOR UPDATE OF o SKIP LOCKED
        """;

    private const string Read = """
        SELECT position, id, partition, type, version, subject, body, occurred_at, correlation_id, trace_parent, trace_state
        FROM outbox
        WHERE partition = ANY (@partitions) AND type <> ALL (@held)
        ORDER BY position
        LIMIT @limit
        """;

    private const int Share = OutboxMessage.Partitions / 2; // leaves some to another replica

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>True when more may be waiting than was taken.</summary>
    public bool IsFull { get; private set; }

    public static async Task<OutboxBatch> TakeAsync(NpgsqlConnection connection, string[] held, int limit, CancellationToken cancellationToken)
    {
        var batch = new OutboxBatch(await connection.BeginTransactionAsync(cancellationToken));
        try
        {
            var partitions = await batch.ClaimAsync(held, cancellationToken);
            if (partitions.Length > 0)
                batch.Messages = await batch.ReadAsync(partitions, held, limit, cancellationToken);
            batch.IsFull = partitions.Length == Share || batch.Messages.Count == limit;
            return batch;
        }
        catch
        {
            await batch.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what was confirmed. Asynchronous commit: losing it repeats messages, which the inbox recognises.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<long> positions, CancellationToken cancellationToken)
    {
        if (positions.Count == 0)
            return;
        var delete = new NpgsqlBatchCommand("DELETE FROM outbox WHERE position = ANY (@positions)");
        delete.Parameters.AddWithValue("positions", positions.ToArray());
        await using var commands = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand("SET LOCAL synchronous_commit TO off"), delete },
        };
        await commands.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes events that waited for a listener until <paramref name="oldest"/>.</summary>
    public async Task<int> LetGoAsync(string type, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("DELETE FROM outbox WHERE type = @type AND occurred_at < @oldest", transaction.Connection, transaction);
        command.Parameters.AddWithValue("type", type);
        command.Parameters.AddWithValue("oldest", oldest);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private async Task<short[]> ClaimAsync(string[] held, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Claim, transaction.Connection, transaction);
        command.Parameters.AddWithValue("last", OutboxMessage.Partitions - 1);
        command.Parameters.AddWithValue("held", held);
        command.Parameters.AddWithValue("share", Share);
        var partitions = new List<short>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            partitions.Add(rows.GetInt16(0));
        return [.. partitions];
    }

    private async Task<List<OutboxMessage>> ReadAsync(short[] partitions, string[] held, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read, transaction.Connection, transaction);
        command.Parameters.AddWithValue("partitions", partitions);
        command.Parameters.AddWithValue("held", held);
        command.Parameters.AddWithValue("limit", limit);
        var messages = new List<OutboxMessage>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            messages.Add(OutboxRow.Read(rows));
        return messages;
    }
}
