using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Account.Registration;

/// <summary>
/// Somebody signed up with the address of an account. Told to ourselves, so that the answer neither waits for the mail nor fails with it,
/// which would betray the address.
/// </summary>
[EventType("users.account.registration-repeated")]
internal sealed record RegistrationRepeated(Guid AccountId) : IEvent;
