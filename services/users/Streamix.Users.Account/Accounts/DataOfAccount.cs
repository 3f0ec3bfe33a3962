using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Addresses;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Details;
using Streamix.Users.Account.Exports;
using Streamix.Users.Account.Registration;

namespace Streamix.Users.Account.Accounts;

/// <summary>What this service itself holds of a user.</summary>
internal sealed class DataOfAccount(AccountDb db, Archive archive, TimeProvider time) : IPersonalDataStore
{
    public string Name => "account";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.ErasedAt == null, cancellationToken);
        if (account is null)
            return null;
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.AccountId == accountId).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var history = await db.StatusChanges.Where(c => c.AccountId == accountId).OrderBy(c => c.Id)
            .Select(c => new { c.Status, c.Reason, c.Note, c.ChangedAt }).ToListAsync(cancellationToken);
        var changes = await db.EmailChanges.Where(c => c.AccountId == accountId).OrderBy(c => c.Id)
            .Select(c => new { c.NewEmail, c.CreatedAt, c.State }).ToListAsync(cancellationToken);
        var exports = await db.Exports.Where(e => e.AccountId == accountId).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.State, e.RequestedAt }).ToListAsync(cancellationToken);
        return new
        {
            Account = AccountView.Of(account),
            account.TermsAcceptedAt,
            account.MarketingConsentAt,
            Addresses = addresses.Select(AddressView.Of),
            History = history,
            EmailChanges = changes,
            Exports = exports,
        };
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.InTransactionAsync(token => ScrubAsync(accountId, token), cancellationToken: cancellationToken)
        + await archive.DeleteAllAsync(accountId, cancellationToken);

    private async Task<int> ScrubAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.LockAsync(accountId, cancellationToken);
        if (account is { Status: not AccountStatus.Closed })
            throw new ProblemException(StatusCodes.Status409Conflict, "The account is in use.");

        var erased = await db.Addresses.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.EmailChanges.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.StatusChanges.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Exports.Where(e => e.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        if (account is { ErasedAt: null })
        {
            var address = RegistrationAttempt.Hash(account.EmailKey);
            erased += await db.RegistrationAttempts.Where(a => a.Address == address).ExecuteDeleteAsync(cancellationToken);
            account.Scrub(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            erased++;
        }
        // A repeated sign-up keeps its answer, which knows the id.
        return erased + await db.Database.ExecuteSqlAsync(
            $"DELETE FROM idempotency_keys WHERE account_id IS NULL AND position(convert_to({accountId.ToString()}, 'UTF8') in body) > 0", cancellationToken);
    }
}
