using Microsoft.Extensions.Options;
using MimeKit;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Templates;

namespace Streamix.Comms.Email.Sending;

/// <summary>
/// The message around a rendered letter. Its Message-ID and Date come from the mail, so that a second copy (after a death between the
/// server's 250 and our commit) is recognised. Headers that DKIM must sign are all here: From, To, Subject, Date, Message-ID, List-*.
/// </summary>
internal sealed class Envelopes
{
    private readonly MailboxAddress _from;
    private readonly MailboxAddress? _replyTo;

    public Envelopes(IOptions<EmailOptions> options)
    {
        _from = MailboxAddress.Parse(options.Value.From);
        _replyTo = options.Value.ReplyTo is { Length: > 0 } reply ? MailboxAddress.Parse(reply) : null;
    }

    /// <exception cref="LetterException">The recipient's address is none.</exception>
    public MimeMessage Make(Mail mail, MailContent content, Rendered rendered, Uri? unsubscribe)
    {
        if (!MailboxAddress.TryParse(content.To, out var to) || to.Address != content.To.Trim())
            throw new LetterException("not-an-address", "The address of the recipient is not one.");

        var message = new MimeMessage { Subject = rendered.Subject, Date = mail.CreatedAt, MessageId = IdOf(mail.Id) };
        message.From.Add(_from);
        message.To.Add(new MailboxAddress(Salutation.Clean(content.Name) ?? "", to.Address));
        if (_replyTo is not null)
            message.ReplyTo.Add(_replyTo);
        message.Headers.Add("X-Entity-Ref-ID", mail.Id.ToString("n"));
        if (unsubscribe is not null)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message.Headers.Add("Precedence", "bulk");
        }
        else
        {
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }
        message.Body = new BodyBuilder { TextBody = rendered.Text, HtmlBody = rendered.Html }.ToMessageBody();
        return message;
    }

    /// <summary>The Message-ID of a mail, without angle brackets.</summary>
    public string IdOf(Guid mailId) => $"{mailId:n}@{_from.Address[(_from.Address.LastIndexOf('@') + 1)..]}";
}
