using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Contracts.Mail;

/// <summary>What of a mail only its sender may read.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">How the person is addressed.</param>
/// <param name="Values">The template's variables.</param>
[Personal]
public sealed record MailContent(string To, string? Name, IReadOnlyDictionary<string, string> Values);
