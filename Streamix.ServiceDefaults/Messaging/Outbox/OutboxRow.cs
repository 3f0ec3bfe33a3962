using Npgsql;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

internal static class OutboxRow
{
    public static OutboxMessage Read(NpgsqlDataReader row) => new()
    {
        Position = row.GetInt64(0),
        Id = row.GetGuid(1),
        Partition = row.GetInt16(2),
        Type = row.GetString(3),
        Version = row.GetInt32(4),
        Subject = row.GetString(5),
        Body = row.GetFieldValue<byte[]>(6),
        OccurredAt = row.GetFieldValue<DateTimeOffset>(7),
        CorrelationId = row.GetString(8),
        TraceParent = row.IsDBNull(9) ? null : row.GetString(9),
        TraceState = row.IsDBNull(10) ? null : row.GetString(10),
    };
}
