using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Activation;

/// <summary>The first proven sign-up of an address wins it; the others end. Again, late or in another order, nothing more happens.</summary>
internal sealed class ActivateProven(
    AccountDb db, Lifecycle lifecycle, Eraser eraser, IEventPublisher events, TimeProvider time, IOptions<AccountOptions> options) : IEventHandler<EmailProven>
{
    public async Task HandleAsync(EmailProven @event, EventContext context, CancellationToken cancellationToken)
    {
        var key = await db.Accounts.Where(a => a.Id == @event.AccountId && a.Status == AccountStatus.Pending).Select(a => a.EmailKey).SingleOrDefaultAsync(cancellationToken);
        if (key is null)
            return;

        await db.LockAddressAsync(key, cancellationToken);
        if (await db.LockAsync(@event.AccountId, cancellationToken) is not { Status: AccountStatus.Pending } account)
            return;
        if (await db.Accounts.Holding(key).AnyAsync(cancellationToken))
        {
            eraser.End(account, StatusReasons.AddressTaken);
            return;
        }

        Activate(account);
        foreach (var rival in await RivalsAsync(account, cancellationToken))
            eraser.End(rival, StatusReasons.AddressTaken);
    }

    private void Activate(UserAccount account)
    {
        events.Publish(new AccountActivated(account.Id, time.GetUtcNow()), account.Id.Subject());
        lifecycle.Change(account, AccountStatus.Active, StatusReasons.Proven);
        if (account.MarketingConsent)
            lifecycle.TellConsent(account);
        if (options.Value.Administrators.Any(a => EmailAddress.TryParse(a, out var address, out _) && address.Key == account.EmailKey))
            lifecycle.Grant(account, Roles.Admin);
    }

    private Task<List<UserAccount>> RivalsAsync(UserAccount winner, CancellationToken cancellationToken) => db.Accounts
        .FromSql($"SELECT a.*, a.xmin FROM accounts a WHERE a.email_key = {winner.EmailKey} AND a.status = 'pending' AND a.id <> {winner.Id} ORDER BY a.id FOR UPDATE")
        .ToListAsync(cancellationToken);
}
