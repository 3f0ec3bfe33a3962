using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Outbox;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>While nobody gathers the records of all services, the outbox is their keeper: see <see cref="AuditTrail"/>.</summary>
internal sealed class OutboxAudit<TDb>(TDb db) : IAuditRecords where TDb : ServiceDb
{
    private static readonly string Type = EventContract.Of<AuditRecorded>().Type;
    private static readonly Order<OutboxMessage> LatestFirst = Order.Descending((OutboxMessage m) => m.Position);

    public Task<Page<AuditRecorded>> ReadAsync(AuditFilter filter, PageQuery page, CancellationToken cancellationToken)
    {
        var (one, other) = filter.SubjectParts;
        var (actor, action) = (filter.ActorName, filter.ActionStart);
        // Only a CASE keeps PostgreSQL from reading the bodies of other events first, which it may not be able to.
        var records = db.Set<OutboxMessage>().FromSql($"""
            SELECT * FROM outbox WHERE CASE WHEN type = {Type} THEN
              ({one}::text IS NULL OR strpos(convert_from(body, 'UTF8')::json ->> 'target', {one}) > 0 OR strpos(convert_from(body, 'UTF8')::json ->> 'target', {other}) > 0)
              AND ({actor}::text IS NULL OR convert_from(body, 'UTF8')::json ->> 'actor' = {actor})
              AND ({action}::text IS NULL OR starts_with(convert_from(body, 'UTF8')::json ->> 'action', {action}))
            ELSE FALSE END
            """).AsNoTracking();
        if (filter.From is { } from)
            records = records.Where(m => m.OccurredAt >= from);
        if (filter.To is { } to)
            records = records.Where(m => m.OccurredAt < to);
        return records.ToPageAsync(page, LatestFirst, Read, cancellationToken);
    }

    private static AuditRecorded Read(OutboxMessage message)
    {
        var record = JsonSerializer.Deserialize<AuditRecorded>(message.Body, EventJson.Options) ?? throw new JsonException($"Record {message.Id} is null.");
        return record with { Reason = ShownBody.Clean(record.Reason) };
    }
}
