using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Comms.Email.Queue;

/// <summary>Queues a mail, once per id. An envelope that cannot be opened becomes a dead letter of the bus, still sealed.</summary>
internal sealed class AcceptMail(EmailDb db, ISealer sealer, MailSafe safe, AddressHashes hashes, IOptions<EmailOptions> options, TimeProvider time) : IEventHandler<MailRequested>
{
    public async Task HandleAsync(MailRequested @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.Mails.AnyAsync(m => m.Id == @event.MailId, cancellationToken))
            return;

        var content = JsonSerializer.Deserialize<MailContent>(sealer.Open(@event.Sealed), JsonDefaults.Options) ?? throw new JsonException("The envelope is empty.");
        var now = time.GetUtcNow();
        var expiresAt = @event.ExpiresAt ?? now + options.Value.Sending.Patience;
        db.Mails.Add(Mail.Transactional(
            @event.MailId, @event.AccountId, Short(@event.Template), Short(@event.Locale), hashes.Of(content.To), safe.Lock(@event.MailId, content), expiresAt, now, Activity.Current?.Id));
        await MailSignal.SendAsync(db, cancellationToken);
    }

    private static string Short(string name) => name.Length <= Mail.LongestName ? name : name[..Mail.LongestName];
}
