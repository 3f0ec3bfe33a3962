using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Accounts;

/// <summary>Somebody who signed up. The status changes by the rules of <see cref="StatusMachine"/> only.</summary>
internal sealed class UserAccount : IVersioned
{
    public UserAccount(EmailAddress email, PersonalDetails details, Place place, string termsVersion, bool marketing, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (Email, EmailKey) = (email.Text, email.Key);
        (RegisteredAt, TermsVersion, TermsAcceptedAt) = (now, termsVersion, now);
        (Status, StatusReason, StatusChangedAt) = (AccountStatus.Pending, StatusReasons.SignedUp, now);
        Take(details);
        (Locale, Country) = (place.Locale, place.Country);
        (MarketingConsent, MarketingConsentAt) = (marketing, marketing ? now : null);
    }

    private UserAccount()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>As it was written.</summary>
    [Personal]
    public string Email { get; private set; } = "";

    /// <summary>The form that is unique.</summary>
    [Personal]
    public string EmailKey { get; private set; } = "";

    [Personal]
    public string DisplayName { get; private set; } = "";

    [Personal]
    public string? GivenName { get; private set; }

    [Personal]
    public string? FamilyName { get; private set; }

    /// <summary>All names in small letters, for searching; the database computes it.</summary>
    [Personal]
    public string Names { get; private set; } = "";

    [Personal]
    public DateOnly? BirthDate { get; private set; }

    /// <summary>E.164.</summary>
    [Personal]
    public string? Phone { get; private set; }

    public string Locale { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string TermsVersion { get; private set; } = "";

    public DateTimeOffset TermsAcceptedAt { get; private set; }

    public bool MarketingConsent { get; private set; }

    /// <summary>When it was given or taken back.</summary>
    public DateTimeOffset? MarketingConsentAt { get; private set; }

    /// <summary>Signing in takes a second step.</summary>
    public bool HasSecondStep { get; private set; }

    public DateTimeOffset? SecondStepChangedAt { get; private set; }

    public AccountStatus Status { get; private set; }

    public string StatusReason { get; private set; } = "";

    public DateTimeOffset StatusChangedAt { get; private set; }

    /// <summary>Sorted.</summary>
    public List<string> Roles { get; private set; } = [];

    /// <summary>Grows with each change that others are told of.</summary>
    public long Revision { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    public uint Version { get; private set; }

    public bool IsAdministrator => Status == AccountStatus.Active && Roles.Contains(ServiceDefaults.Auth.Roles.Admin);

    public void Take(PersonalDetails details) =>
        (DisplayName, GivenName, FamilyName, BirthDate, Phone) = (details.DisplayName, details.GivenName, details.FamilyName, details.BirthDate, details.Phone);

    /// <summary>False when nothing changed. Yes said again counts: it ends what unsubscribed the owner in between.</summary>
    public bool Consent(bool marketing, DateTimeOffset now)
    {
        if (!marketing && !MarketingConsent)
            return false;
        (MarketingConsent, MarketingConsentAt) = (marketing, now);
        Revision++;
        return true;
    }

    /// <summary>False when nothing changed.</summary>
    public bool Move(Place place)
    {
        if (place == new Place(Locale, Country))
            return false;
        (Locale, Country) = (place.Locale, place.Country);
        Revision++;
        return true;
    }

    /// <summary>News that come late are none.</summary>
    public void TakeSecondStep(bool has, DateTimeOffset changedAt)
    {
        if (SecondStepChangedAt is null || changedAt > SecondStepChangedAt)
            (HasSecondStep, SecondStepChangedAt) = (has, changedAt);
    }

    public void Use(EmailAddress email)
    {
        (Email, EmailKey) = (email.Text, email.Key);
        Revision++;
    }

    /// <summary>False when the status machine does not allow it; nothing has changed then.</summary>
    public bool Become(AccountStatus status, string reason, DateTimeOffset now)
    {
        if (!StatusMachine.Allows(Status, status))
            return false;
        (Status, StatusReason, StatusChangedAt) = (status, reason, now);
        Revision++;
        return true;
    }

    /// <summary>False when it had the role already.</summary>
    public bool Grant(string role)
    {
        if (Roles.Contains(role))
            return false;
        Roles = [.. Roles.Append(role).Order(StringComparer.Ordinal)];
        Revision++;
        return true;
    }

    /// <summary>False when it did not have the role.</summary>
    public bool Withdraw(string role)
    {
        if (!Roles.Contains(role))
            return false;
        Roles = [.. Roles.Where(r => r != role)];
        Revision++;
        return true;
    }

    /// <summary>Leaves a tombstone: the id, the status and its dates. False when it is one already.</summary>
    public bool Scrub(DateTimeOffset now)
    {
        if (ErasedAt is not null)
            return false;
        if (Status != AccountStatus.Closed)
            throw new InvalidOperationException("Only a closed account becomes a tombstone.");
        (Email, EmailKey, Locale, Country, TermsVersion, Roles) = ("", "", "", "", "", []);
        Take(new("", null, null, null, null));
        (MarketingConsent, MarketingConsentAt, HasSecondStep, SecondStepChangedAt, ErasedAt) = (false, null, false, null, now);
        return true;
    }
}
