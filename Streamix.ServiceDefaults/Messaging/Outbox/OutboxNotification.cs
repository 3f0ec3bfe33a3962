using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>Wakes the relays of other processes.</summary>
internal static class OutboxNotification
{
    public const string Channel = "outbox";

    public static Task SendAsync(ServiceDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", cancellationToken);
}
