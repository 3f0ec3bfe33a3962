using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Details;

/// <summary>An account as its owner sees it.</summary>
[Personal]
internal sealed record AccountView(
    Guid Id, [property: Example("ada@example.org")] string Email, [property: Example("Ada")] string DisplayName, string? GivenName, string? FamilyName,
    DateOnly? BirthDate, [property: Example("+442071234567")] string? Phone, [property: Example("en-GB")] string Locale, [property: Example("GB")] string Country,
    [property: Example("active")] string Status, IReadOnlyList<string> Roles, bool MarketingConsent, string TermsVersion, DateTimeOffset RegisteredAt)
{
    public static AccountView Of(UserAccount a) => new(
        a.Id, a.Email, a.DisplayName, a.GivenName, a.FamilyName, a.BirthDate, a.Phone, a.Locale, a.Country,
        a.Status.Name(), a.Roles, a.MarketingConsent, a.TermsVersion, a.RegisteredAt);
}
