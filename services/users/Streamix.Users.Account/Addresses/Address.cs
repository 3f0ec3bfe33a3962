using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Addresses;

/// <summary>A postal address of an account; one of them is the default.</summary>
internal sealed class Address : IVersioned
{
    public const int Most = 10;
    public const int LongestLabel = 40;
    public const int LongestLine = 120;
    public const int LongestPostalCode = 12;

    public Address(Guid accountId, AddressDraft draft, bool isDefault, DateTimeOffset now)
    {
        (Id, AccountId, IsDefault, CreatedAt) = (Guid.CreateVersion7(now), accountId, isDefault, now);
        Rewrite(draft, now);
    }

    private Address()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    [Personal]
    public string Label { get; private set; } = "";

    [Personal]
    public string Recipient { get; private set; } = "";

    [Personal]
    public string Line1 { get; private set; } = "";

    [Personal]
    public string? Line2 { get; private set; }

    [Personal]
    public string City { get; private set; } = "";

    [Personal]
    public string? Region { get; private set; }

    [Personal]
    public string? PostalCode { get; private set; }

    public string Country { get; private set; } = "";

    public bool IsDefault { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public void Rewrite(AddressDraft draft, DateTimeOffset now)
    {
        (Label, Recipient, Line1, City, Country, UpdatedAt) = (draft.Label.Trim(), draft.Recipient.Trim(), draft.Line1.Trim(), draft.City.Trim(), draft.Country, now);
        (Line2, Region, PostalCode) = (Tidy(draft.Line2), Tidy(draft.Region), Tidy(draft.PostalCode)?.ToUpperInvariant());
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
