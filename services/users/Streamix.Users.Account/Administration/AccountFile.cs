using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Details;

namespace Streamix.Users.Account.Administration;

/// <summary>An account in a list of operators.</summary>
[Personal]
internal sealed record AccountSummary(
    Guid Id, string Email, string DisplayName, string Status, string StatusReason, DateTimeOffset StatusChangedAt, string Country, IReadOnlyList<string> Roles,
    DateTimeOffset RegisteredAt)
{
    public static AccountSummary Of(UserAccount a) =>
        new(a.Id, a.Email, a.DisplayName, a.Status.Name(), a.StatusReason, a.StatusChangedAt, a.Country, a.Roles, a.RegisteredAt);
}

/// <summary>An account with its history, oldest first.</summary>
[Personal]
/// <param name="MarketingConsentAt">When the owner last said whether news may be mailed.</param>
internal sealed record AccountFile(AccountView Account, DateTimeOffset? MarketingConsentAt, IReadOnlyList<StatusLine> History);

internal sealed record StatusLine(string Status, string Reason, string? Note, string Actor, DateTimeOffset ChangedAt);
