using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Registration;

/// <summary>
/// Takes sign-ups. Nobody learns whether an address is known: a taken one gets an id that leads nowhere after the same work, and its owner a mail.
/// Several may wait for the same address, since none of them has proven it; the first who does wins.
/// </summary>
internal sealed class Registrar(AccountDb db, IEventPublisher events, TimeProvider time, IOptions<AccountOptions> options)
{
    public Task<Guid> RegisterAsync(RegistrationDraft draft, SealedCredential credential, IPAddress? from, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(draft.Email);
        var (address, origin) = (RegistrationAttempt.Hash(email.Key), RegistrationAttempt.OriginOf(email.Key, from));
        return db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            await db.LockAddressAsync(email.Key, token);
            var since = now - RegistrationAttempt.Kept;
            var origins = await db.RegistrationAttempts.Where(a => a.Address == address && a.At > since).Select(a => a.Origin).ToListAsync(token);
            var holder = await db.Accounts.Holding(email.Key).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(token);
            if (origins.Count >= options.Value.RegistrationsEverywhere || origins.Count(o => o.AsSpan().SequenceEqual(origin)) >= options.Value.RegistrationsPerAddress)
                return Guid.CreateVersion7(now);

            db.RegistrationAttempts.Add(new(Guid.CreateVersion7(now), address, origin, now));
            var id = holder is { } owner ? Repeated(owner, now) : Register(draft, email, credential, now);
            await db.SaveChangesAsync(token);
            return id;
        }, cancellationToken: cancellationToken);
    }

    private Guid Repeated(Guid owner, DateTimeOffset now)
    {
        events.Publish(new RegistrationRepeated(owner), owner.Subject());
        return Guid.CreateVersion7(now);
    }

    private Guid Register(RegistrationDraft draft, EmailAddress email, SealedCredential credential, DateTimeOffset now)
    {
        Locales.TryCanonical(draft.Locale, out var locale);
        var account = new UserAccount(email, new(draft.DisplayName.Trim()), new(locale!, draft.Country), draft.TermsVersion, draft.MarketingConsent, now);
        db.Accounts.Add(account);
        db.StatusChanges.Add(new(account.Id, account.Status, account.StatusReason, null, Lifecycle.Itself, now));
        events.Publish(
            new AccountRegistered(account.Id, account.Email, account.DisplayName, account.Locale, account.Country, credential.Text, now), account.Id.Subject());
        return account.Id;
    }
}
