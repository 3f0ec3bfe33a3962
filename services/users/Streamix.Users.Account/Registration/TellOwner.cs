using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Registration;

/// <summary>Mails the owner of an address that somebody wanted to use again.</summary>
internal sealed class TellOwner(AccountDb db, MailDesk mail) : IEventHandler<RegistrationRepeated>
{
    public async Task HandleAsync(RegistrationRepeated @event, EventContext context, CancellationToken cancellationToken)
    {
        var owner = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == @event.AccountId && a.Status != AccountStatus.Closed, cancellationToken);
        if (owner is not null)
            await mail.SendAsync(
                context.Id, owner.Id, MailTemplates.AlreadyRegistered, owner.Locale, new(owner.Email, owner.DisplayName, new Dictionary<string, string>()),
                context.OccurredAt + RegistrationAttempt.Kept, cancellationToken);
    }
}
