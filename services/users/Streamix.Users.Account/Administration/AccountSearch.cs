using System.ComponentModel;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Administration;

/// <summary>Which accounts; everything given must hold.</summary>
internal sealed record AccountSearch(
    [property: Description("The whole address, or a part of it."), Example("ada@example.org")] string? Email = null,
    [property: Description("A part of the display, given or family name."), Example("lovelace")] string? Name = null,
    [property: Description("pending, active, suspended or closed."), Example("active")] string? Status = null,
    [property: Description("ISO 3166-1 alpha-2."), Example("GB")] string? Country = null,
    [property: Description("One of the roles they have."), Example("support")] string? Role = null,
    [property: Description("From this instant on."), Example("2026-01-01T00:00:00Z")] DateTimeOffset? RegisteredFrom = null,
    [property: Description("Before this instant."), Example("2026-02-01T00:00:00Z")] DateTimeOffset? RegisteredTo = null,
    [property: Description("newest (the default), oldest, email or name."), Example("newest")] string? Sort = null)
{
    private static readonly Order<UserAccount> NewestFirst = ServiceDefaults.Http.Order.Descending((UserAccount a) => a.Id);
    private static readonly Order<UserAccount> OldestFirst = ServiceDefaults.Http.Order.Ascending((UserAccount a) => a.Id);
    private static readonly Order<UserAccount> ByEmail = ServiceDefaults.Http.Order.Ascending((UserAccount a) => a.EmailKey).ThenAscending(a => a.Id);
    private static readonly Order<UserAccount> ByName = ServiceDefaults.Http.Order.Ascending((UserAccount a) => a.DisplayName).ThenAscending(a => a.Id);

    public Order<UserAccount> Order() => Sort switch
    {
        null or "newest" => NewestFirst,
        "oldest" => OldestFirst,
        "email" => ByEmail,
        "name" => ByName,
        _ => throw ProblemException.BadRequest("sort", "must be newest, oldest, email or name"),
    };

    /// <summary>Tombstones are nobody's any more.</summary>
    public IQueryable<UserAccount> Filter(IQueryable<UserAccount> accounts)
    {
        accounts = accounts.Where(a => a.ErasedAt == null);
        if (!string.IsNullOrWhiteSpace(Email))
        {
            var part = Email.Trim().ToLowerInvariant();
            accounts = EmailAddress.TryParse(Email, out var whole, out _)
                ? accounts.Where(a => a.EmailKey == whole.Key)
                : accounts.Where(a => a.EmailKey.Contains(part));
        }
        if (!string.IsNullOrWhiteSpace(Name))
        {
            var part = Name.Trim().ToLowerInvariant();
            accounts = accounts.Where(a => a.Names.Contains(part));
        }
        if (Status is not null)
        {
            if (!AccountStatusNames.TryParse(Status, out var status))
                throw ProblemException.BadRequest("status", "must be pending, active, suspended or closed");
            accounts = accounts.Where(a => a.Status == status);
        }
        if (Country is not null)
            accounts = accounts.Where(a => a.Country == Country);
        if (Role is not null)
            accounts = accounts.Where(a => a.Roles.Contains(Role));
        if (RegisteredFrom is { } from)
            accounts = accounts.Where(a => a.RegisteredAt >= from);
        return RegisteredTo is { } to ? accounts.Where(a => a.RegisteredAt < to) : accounts;
    }
}
