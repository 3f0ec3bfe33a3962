using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Messaging.Inbox;

internal static class InboxTable
{
    /// <summary>
    /// Notes that a handler has an event; false when it had it before. A transaction that is noting the same pair right now is waited for.
    /// </summary>
    public static async Task<bool> TryEnterInboxAsync(
        this ServiceDb db, Guid eventId, string handler, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox (event_id, handler, handled_at) VALUES ({eventId}, {handler}, {now}) ON CONFLICT DO NOTHING",
            cancellationToken) == 1;
}
