using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Passcodes;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Credentials;

/// <summary>One credential and one passcode for each registration; an existing credential is never touched.</summary>
internal sealed class NewCredential(IdentityDb db, AccountCopies copies, PasswordSeal seal, PasscodeDesk passcodes, TimeProvider time) : IEventHandler<AccountRegistered>
{
    public async Task HandleAsync(AccountRegistered @event, EventContext context, CancellationToken cancellationToken)
    {
        var (hash, now) = (seal.Open(@event.Credential), time.GetUtcNow());
        var isNew = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO credentials (account_id, password_hash, created_at, password_changed_at) VALUES ({@event.AccountId}, {hash}, {now}, {now})
            ON CONFLICT (account_id) DO NOTHING
            """, cancellationToken) > 0;
        await copies.RegisteredAsync(@event.AccountId, @event.Email, @event.Locale, cancellationToken);
        if (isNew && await db.Copies.AsNoTracking().SingleAsync(c => c.AccountId == @event.AccountId, cancellationToken) is { Status: AccountStatuses.Pending } account)
            await passcodes.IssueAsync(account, @event.DisplayName, cancellationToken);
    }
}
