using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Exports;
using Streamix.Users.Account.Sessions;

namespace Streamix.Users.Account.Erasures;

/// <summary>The owner's wish to be forgotten. Asked again, it is the same erasure.</summary>
internal sealed class OwnerErasure(AccountDb db, Eraser eraser, MailDesk mail, SessionDesk sessions, Caller caller, TimeProvider time)
{
    /// <summary>Null when the account is not in use; no erasure when it is the last administrator's.</summary>
    public async Task<(Erasure? Erasure, bool LastAdministrator)?> StartAsync(CancellationToken cancellationToken)
    {
        UserAccount? ended = null;
        var started = await db.InTransactionAsync<(Erasure?, bool)?>(async token =>
        {
            await db.LockAdministratorsAsync(token);
            var account = await db.LockAsync(caller.AccountId, token);
            if (await db.Erasures.Include(e => e.Parts).SingleOrDefaultAsync(e => e.AccountId == caller.AccountId, token) is { } running)
                return (running, false);
            if (account is not { Status: AccountStatus.Active })
                return null;
            if (await db.IsLastAdministratorAsync(account, token))
                return (null, true);

            foreach (var export in await db.Exports.Where(e => e.AccountId == account.Id && e.State == ExportState.Running).ToListAsync(token))
                export.End(ExportState.Cancelled, time.GetUtcNow());
            var erasure = eraser.End(account, StatusReasons.Owner, caller.Name)!;
            var values = new Dictionary<string, string> { ["receipt"] = erasure.Receipt };
            await mail.SendAsync(erasure.Id, account.Id, MailTemplates.ErasureStarted, account.Locale, new(account.Email, account.DisplayName, values), null, token);
            await db.SaveChangesAsync(token);
            ended = account;
            return (erasure, false);
        }, cancellationToken: cancellationToken);
        if (ended is not null)
            await sessions.TellStatusAsync(ended);
        return started;
    }
}
