using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Session.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Accounts;

/// <summary>Events of an account that stand in the database: on their way out, or set aside because they could not be handled.</summary>
internal sealed class EventsOfAccount(SessionDb db) : IPersonalDataStore
{
    public string Name => "session-events";

    public Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var subject = accountId.ToString("n");
        return await db.Database.ExecuteSqlAsync($"DELETE FROM dead_letters WHERE subject = {subject}", cancellationToken)
            + await db.Database.ExecuteSqlAsync($"DELETE FROM outbox WHERE subject = {subject} AND type = 'auth.session.opened'", cancellationToken);
    }
}
