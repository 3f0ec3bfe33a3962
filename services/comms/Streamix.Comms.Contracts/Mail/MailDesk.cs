using System.Text.Json;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Comms.Contracts.Mail;

/// <summary>Hands mails in: sealed, and committed with the change they tell of. Scoped, like the publisher.</summary>
public sealed class MailDesk(IEventPublisher events, ISealer sealer)
{
    /// <summary>The service that opens and sends them.</summary>
    public const string Recipient = "comms-email";

    /// <summary>Stages a mail in the current unit of work; <c>SaveChanges</c> commits it.</summary>
    /// <exception cref="DependencyUnavailableException">The key of <c>comms-email</c> has never been read and cannot be now.</exception>
    public async Task SendAsync(
        Guid mailId, Guid accountId, string template, string locale, MailContent content, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var text = await sealer.SealAsync(Recipient, JsonSerializer.SerializeToUtf8Bytes(content, JsonDefaults.Options), cancellationToken);
        events.Publish(new MailRequested(mailId, accountId, template, locale, text, expiresAt), accountId.ToString("n"));
    }
}
