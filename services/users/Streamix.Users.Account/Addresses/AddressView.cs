using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Addresses;

/// <summary>An address as its owner sees it.</summary>
[Personal]
internal sealed record AddressView(
    Guid Id, string Label, string Recipient, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, bool IsDefault,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static AddressView Of(Address a) =>
        new(a.Id, a.Label, a.Recipient, a.Line1, a.Line2, a.City, a.Region, a.PostalCode, a.Country, a.IsDefault, a.CreatedAt, a.UpdatedAt);
}

/// <summary>Where the new address is. Its contents are not repeated: the answer is kept for repeats and would outlive the address.</summary>
internal sealed record AddressAdded(Guid Id, bool IsDefault);
