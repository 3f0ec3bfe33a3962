using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Profile.Households;

/// <summary>What is known here of an account. Its row is the lock that the account's changes queue at.</summary>
internal sealed class Household(Guid accountId)
{
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The language of the account; null until an event tells it.</summary>
    public string? Locale { get; private set; }

    public long LocaleRevision { get; private set; }

    public string? Status { get; private set; }

    public long StatusRevision { get; private set; }

    /// <summary>The default profile is made once, even if it was deleted later.</summary>
    public DateTimeOffset? DefaultMadeAt { get; private set; }

    public bool IsClosed => Status == AccountStatuses.Closed;

    /// <summary>False when something newer is known already.</summary>
    public bool TakeLocale(string locale, long revision)
    {
        if (revision <= LocaleRevision)
            return false;
        (Locale, LocaleRevision) = (locale, revision);
        return true;
    }

    /// <inheritdoc cref="TakeLocale"/>
    public bool TakeStatus(string status, long revision)
    {
        if (revision <= StatusRevision)
            return false;
        (Status, StatusRevision) = (status, revision);
        return true;
    }

    /// <summary>True for the first registration heard of; its locale holds until a change tells a later one.</summary>
    public bool Register(string locale, DateTimeOffset now)
    {
        if (DefaultMadeAt is not null)
            return false;
        Locale ??= locale;
        DefaultMadeAt = now;
        return !IsClosed;
    }
}
