using System.Globalization;
using Streamix.Comms.Contracts.Mail;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.EmailChanges;

/// <summary>The mails of a change of address.</summary>
internal sealed class EmailChangeMail(MailDesk mail, TimeProvider time)
{
    /// <summary>Codes to the sides that are not proven. The owner of a taken address gets a word of warning instead, after the same work.</summary>
    public async Task CodesAsync(UserAccount account, EmailChange change, UserAccount? holder, (string Old, string New) codes, CancellationToken cancellationToken)
    {
        if (change.OldProvenAt is null)
            await SendAsync(account, MailTemplates.EmailChange, account.Email, Code(codes.Old, "old", change), change.ExpiresAt, cancellationToken);
        if (change.NewProvenAt is not null)
            return;
        if (holder is null)
            await SendAsync(account, MailTemplates.EmailChange, change.NewEmail, Code(codes.New, "new", change), change.ExpiresAt, cancellationToken);
        else if (change.Mails == 1)
            await SendAsync(holder, MailTemplates.AlreadyRegistered, holder.Email, [], change.ExpiresAt, cancellationToken);
    }

    public Task ChangedAsync(UserAccount account, string oldEmail, CancellationToken cancellationToken) => SendAsync(
        account, MailTemplates.EmailChanged, oldEmail, new() { ["when"] = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) }, null, cancellationToken);

    private static Dictionary<string, string> Code(string code, string side, EmailChange change) => new()
    {
        ["code"] = code,
        ["side"] = side,
        ["minutes"] = ((int)(change.ExpiresAt - change.MailedAt).TotalMinutes).ToString(CultureInfo.InvariantCulture),
    };

    private Task SendAsync(
        UserAccount account, string template, string to, Dictionary<string, string> values, DateTimeOffset? expires, CancellationToken cancellationToken) =>
        mail.SendAsync(Guid.CreateVersion7(time.GetUtcNow()), account.Id, template, account.Locale, new(to, account.DisplayName, values), expires, cancellationToken);
}
