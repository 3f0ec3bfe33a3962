using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Templates.Letters;
using Streamix.Comms.Email.Unsubscribing;

namespace Streamix.Comms.Email.Sending;

/// <summary>Makes the message of a mail. The same mail gives the same message, whenever and by whomever it is made.</summary>
internal sealed class Composer(EmailDb db, TemplateLibrary library, Renderer renderer, UnsubscribeLinks unsubscribe, Envelopes envelopes, IOptions<EmailOptions> options)
{
    /// <exception cref="LetterException">The template is unknown, a value is missing or the address is none.</exception>
    public async Task<MimeMessage> ComposeAsync(Mail mail, MailContent content, CancellationToken cancellationToken)
    {
        var letter = mail.CampaignId is { } campaign ? await CampaignLetterAsync(campaign, mail.Locale, cancellationToken) : library.Letter(mail.Template, mail.Locale);
        var link = mail.Kind == MailKind.Marketing ? unsubscribe.For(mail.AccountId, mail.AddressHash) : null;
        var rendered = Render(letter, mail.Locale, content.Name, content.Values, link);
        return envelopes.Make(mail, content, rendered, link);
    }

    /// <summary>A letter in its frame; with a link it is a marketing mail's.</summary>
    public Rendered Render(Letter letter, string locale, string? name, IReadOnlyDictionary<string, string> values, Uri? unsubscribeLink)
    {
        var phrases = library.PhrasesFor(locale);
        List<string> footer = [phrases[unsubscribeLink is null ? "footer.transactional" : "footer.marketing"]];
        if (options.Value.PostalAddress is { Length: > 0 } postal)
            footer.Add(postal);
        var frame = new Frame(Salutation.Of(name, phrases), options.Value.WebApp, footer, unsubscribeLink?.AbsoluteUri);
        return renderer.Render(letter, values, phrases, frame);
    }

    private async Task<Letter> CampaignLetterAsync(Guid campaignId, string locale, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaignId, cancellationToken);
        return campaign.LetterFor(locale);
    }
}
