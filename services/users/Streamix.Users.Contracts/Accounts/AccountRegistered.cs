using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>Somebody signed up; the address is not proven yet.</summary>
/// <param name="AccountId">The new account, and the subject of the event.</param>
/// <param name="Email">As it was written.</param>
/// <param name="DisplayName">What the first profile is called.</param>
/// <param name="Locale">BCP 47, as <c>pt-BR</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Credential">The hash of the password, sealed for <c>auth-identity</c> (JWE compact serialisation, RFC 7516).</param>
/// <param name="RegisteredAt">UTC.</param>
[EventType("users.account.registered")]
public sealed record AccountRegistered(
    Guid AccountId, [property: Personal] string Email, [property: Personal] string DisplayName, string Locale, string Country,
    [property: Personal] string Credential, DateTimeOffset RegisteredAt) : IEvent;
