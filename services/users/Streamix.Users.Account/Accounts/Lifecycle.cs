using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Accounts;

/// <summary>Changes of an account together with their history and the news of them; <c>SaveChanges</c> commits all or nothing. Hold the row's lock.</summary>
internal sealed class Lifecycle(AccountDb db, IEventPublisher events, TimeProvider time)
{
    /// <summary>The actor of what happens by itself.</summary>
    public const string Itself = "service:users-account";

    /// <summary>False, and nothing happens, when the status machine does not allow it.</summary>
    public bool Change(UserAccount account, AccountStatus status, string reason, string actor = Itself, string? note = null)
    {
        var now = time.GetUtcNow();
        if (!account.Become(status, reason, now))
            return false;
        db.StatusChanges.Add(new(account.Id, status, reason, note, actor, now));
        events.Publish(new AccountStatusChanged(account.Id, status.Name(), reason, account.Revision, now), account.Id.Subject());
        return true;
    }

    /// <summary>Whether news may be mailed, as it was said then.</summary>
    public void Consent(UserAccount account, bool marketing, DateTimeOffset at)
    {
        if (account.Consent(marketing, at))
            TellConsent(account);
    }

    public void TellConsent(UserAccount account) => events.Publish(
        new AccountConsentChanged(account.Id, account.MarketingConsent, account.Revision, account.MarketingConsentAt ?? time.GetUtcNow()), account.Id.Subject());

    public bool Grant(UserAccount account, string role) => Tell(account, account.Grant(role));

    public bool Withdraw(UserAccount account, string role) => Tell(account, account.Withdraw(role));

    private bool Tell(UserAccount account, bool changed)
    {
        if (changed)
            events.Publish(new AccountRolesChanged(account.Id, account.Roles, account.Revision, time.GetUtcNow()), account.Id.Subject());
        return changed;
    }
}

internal static class AccountSubject
{
    /// <summary>The key under which everything about an account keeps its order.</summary>
    public static string Subject(this Guid accountId) => accountId.ToString("n");
}
