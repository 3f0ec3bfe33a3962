using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Contracts.Mail;

/// <summary>A transactional mail is wanted. Whom it goes to and what it says is sealed: only <c>comms-email</c> can read it.</summary>
/// <param name="MailId">The mail; the same id is sent once.</param>
/// <param name="AccountId">Whose mail it is, and the subject of the event.</param>
/// <param name="Template">The template's name, as <c>passcode</c>.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Sealed">A <see cref="MailContent"/> as JSON, sealed for <c>comms-email</c> (JWE compact serialisation, RFC 7516).</param>
/// <param name="ExpiresAt">Not worth sending later, UTC.</param>
[EventType("comms.mail.requested")]
public sealed record MailRequested(Guid MailId, Guid AccountId, string Template, string Locale, [property: Personal] string Sealed, DateTimeOffset? ExpiresAt) : IEvent;
