using System.Collections.ObjectModel;

namespace MimeKit;

/// <summary>Addresses of one header.</summary>
public class InternetAddressList : Collection<InternetAddress>
{
    /// <summary>The mailboxes among them.</summary>
    public IEnumerable<MailboxAddress> Mailboxes => this.OfType<MailboxAddress>();
}
