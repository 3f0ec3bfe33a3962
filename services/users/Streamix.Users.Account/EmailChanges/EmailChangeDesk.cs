using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.EmailChanges;

/// <summary>Takes changes of address through. The account's row is the lock, so that attempts are counted one by one.</summary>
internal sealed class EmailChangeDesk(AccountDb db, EmailChangeMail mail, IEventPublisher events, TimeProvider time)
{
    /// <summary>A new wish takes the place of an open one. Null when the account is not in use.</summary>
    public Task<EmailChange?> StartAsync(Guid accountId, EmailAddress to, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await db.LockAsync(accountId, token) is not { Status: AccountStatus.Active } account)
            return null;
        if (to.Key == account.EmailKey)
            throw new ProblemException(StatusCodes.Status422UnprocessableEntity, "Some values are not acceptable.") { Errors = new Dictionary<string, string[]> { ["newEmail"] = ["is your address already"] } };

        var now = time.GetUtcNow();
        await MakeRoomAsync(accountId, now, token);
        var codes = (Old: ChangeCode.Create(), New: ChangeCode.Create());
        var change = new EmailChange(accountId, to, codes.Old, codes.New, now);
        db.EmailChanges.Add(change);
        await mail.CodesAsync(account, change, await HolderAsync(change, token), codes, token);
        await db.SaveChangesAsync(token);
        return change;
    }, cancellationToken: cancellationToken);

    /// <summary>Null when there is no such change; else the names of wrong codes.</summary>
    public Task<(EmailChange Change, EmailChangeOutcome Outcome, IReadOnlyList<string> Wrong)?> ProveAsync(
        Guid accountId, Guid id, EmailChangeProof proof, CancellationToken cancellationToken) =>
        db.InTransactionAsync<(EmailChange, EmailChangeOutcome, IReadOnlyList<string>)?>(async token =>
        {
            if (await FindAsync(accountId, id, token) is not var (account, change))
                return null;
            if (!change.IsOpen(time.GetUtcNow()))
                return (change, EmailChangeOutcome.Over, []);

            var wrong = change.Prove(proof.OldCode, proof.NewCode, time.GetUtcNow());
            var outcome = wrong.Count > 0 ? EmailChangeOutcome.Wrong : EmailChangeOutcome.Proven;
            if (outcome == EmailChangeOutcome.Proven && change.BothProven)
                outcome = await FinishAsync(account, change, token);
            await db.SaveChangesAsync(token);
            return (change, outcome, wrong);
        }, cancellationToken: cancellationToken);

    /// <summary>Null when there is no such change; false when it is over.</summary>
    public Task<(EmailChange Change, bool Sent)?> ResendAsync(Guid accountId, Guid id, CancellationToken cancellationToken) =>
        db.InTransactionAsync<(EmailChange, bool)?>(async token =>
        {
            if (await FindAsync(accountId, id, token) is not var (account, change))
                return null;
            var now = time.GetUtcNow();
            if (!change.IsOpen(now))
                return (change, false);
            if (change.Mails >= EmailChange.MostMails)
                throw new ProblemException(StatusCodes.Status409Conflict, "No more codes are mailed for this change.");
            if (change.Wait(now) is { Ticks: > 0 } wait)
                throw new ProblemException(StatusCodes.Status429TooManyRequests, "Codes were sent a moment ago.") { RetryAfter = wait };

            var codes = (Old: ChangeCode.Create(), New: ChangeCode.Create());
            change.Mailed(codes.Old, codes.New, now);
            await mail.CodesAsync(account, change, await HolderAsync(change, token), codes, token);
            await db.SaveChangesAsync(token);
            return (change, true);
        }, cancellationToken: cancellationToken);

    /// <summary>False when there is no such change that could be cancelled.</summary>
    public Task<bool> CancelAsync(Guid accountId, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await FindAsync(accountId, id, token) is not var (_, change) || change.State != EmailChangeState.Open)
            return false;
        change.End(EmailChangeState.Cancelled);
        await db.SaveChangesAsync(token);
        return true;
    }, cancellationToken: cancellationToken);

    /// <summary>Somebody may have taken the address meanwhile; the proof entitles the caller to know.</summary>
    private async Task<EmailChangeOutcome> FinishAsync(UserAccount account, EmailChange change, CancellationToken cancellationToken)
    {
        if (await HolderAsync(change, cancellationToken) is not null)
        {
            change.End(EmailChangeState.Failed);
            return EmailChangeOutcome.Taken;
        }
        var old = account.Email;
        account.Use(new(change.NewEmail, change.NewEmailKey));
        change.End(EmailChangeState.Done);
        events.Publish(new AccountEmailChanged(account.Id, account.Email, account.Revision, time.GetUtcNow()), account.Id.Subject());
        await mail.ChangedAsync(account, old, cancellationToken);
        return EmailChangeOutcome.Done;
    }

    private async Task<(UserAccount, EmailChange)?> FindAsync(Guid accountId, Guid id, CancellationToken cancellationToken)
    {
        var mine = db.EmailChanges.Where(c => c.AccountId == accountId && c.Id == id);
        if (await mine.Select(c => c.NewEmailKey).SingleOrDefaultAsync(cancellationToken) is not { } key)
            return null;
        await db.LockAddressAsync(key, cancellationToken);
        return await db.LockAsync(accountId, cancellationToken) is { Status: AccountStatus.Active } account
            ? (account, await mine.SingleAsync(cancellationToken))
            : null;
    }

    private Task<UserAccount?> HolderAsync(EmailChange change, CancellationToken cancellationToken) =>
        db.Accounts.AsNoTracking().Holding(change.NewEmailKey).SingleOrDefaultAsync(cancellationToken);

    private async Task MakeRoomAsync(Guid accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - TimeSpan.FromDays(1);
        var recent = await db.EmailChanges.Where(c => c.AccountId == accountId && c.CreatedAt > since).OrderBy(c => c.CreatedAt).ToListAsync(cancellationToken);
        if (recent.Count >= EmailChange.MostPerDay)
            throw new ProblemException(StatusCodes.Status429TooManyRequests, "The address was to be changed too often today.") { RetryAfter = recent[0].CreatedAt - since };
        foreach (var open in await db.EmailChanges.Where(c => c.AccountId == accountId && c.State == EmailChangeState.Open).ToListAsync(cancellationToken))
            open.End(EmailChangeState.Cancelled);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal enum EmailChangeOutcome
{
    Proven,
    Done,
    Wrong,
    Taken,
    Over,
}
