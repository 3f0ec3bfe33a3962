using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Accounts;

/// <summary>What somebody tells of themselves.</summary>
[Personal]
internal sealed record PersonalDetails(string DisplayName, string? GivenName = null, string? FamilyName = null, DateOnly? BirthDate = null, string? Phone = null)
{
    public const int LongestName = 100;
}

/// <summary>Language (BCP 47) and country (ISO 3166-1 alpha-2).</summary>
internal sealed record Place(string Locale, string Country);
