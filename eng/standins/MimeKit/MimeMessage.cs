using System.Globalization;
using System.Text;

namespace MimeKit;

/// <summary>A message (RFC 5322) of ASCII lines (RFC 2045, 2047).</summary>
public class MimeMessage : IDisposable
{
    /// <summary>From.</summary>
    public InternetAddressList From { get; } = [];

    /// <summary>To.</summary>
    public InternetAddressList To { get; } = [];

    /// <summary>Reply-To.</summary>
    public InternetAddressList ReplyTo { get; } = [];

    /// <summary>Subject.</summary>
    public string? Subject { get; set; }

    /// <summary>Date.</summary>
    public DateTimeOffset Date { get; set; } = DateTimeOffset.Now;

    /// <summary>Message-ID without angle brackets.</summary>
    public string? MessageId { get; set; } = $"{Guid.NewGuid():n}@localhost";

    /// <summary>Further fields.</summary>
    public HeaderList Headers { get; } = [];

    /// <summary>What it says.</summary>
    public MimeEntity? Body { get; set; }

    /// <summary>Writes it with CRLF line endings.</summary>
    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(ToString()), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Addresses(text, "From", From);
        text.Append(EncodedWords.Fold("Date", Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)));
        text.Append(EncodedWords.Fold("Subject", EncodedWords.Text(Subject ?? "")));
        text.Append(CultureInfo.InvariantCulture, $"Message-Id: <{MessageId}>\r\n");
        Addresses(text, "To", To);
        Addresses(text, "Reply-To", ReplyTo);
        foreach (var header in Headers)
            text.Append(EncodedWords.Fold(header.Field, EncodedWords.Text(header.Value)));
        text.Append("MIME-Version: 1.0\r\n");
        if (Body is null)
            text.Append("\r\n");
        else
            Body.Write(text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the body.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Body?.Dispose();
    }

    private static void Addresses(StringBuilder text, string field, InternetAddressList list)
    {
        if (list.Count > 0)
            text.Append(EncodedWords.Fold(field, string.Join(", ", list.Mailboxes.Select(m => m.Name.Length == 0 ? m.Wire : $"{EncodedWords.Phrase(m.Name)} <{m.Wire}>"))));
    }
}
