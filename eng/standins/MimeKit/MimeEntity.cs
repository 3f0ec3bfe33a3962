using System.Text;

namespace MimeKit;

/// <summary>A part of a message.</summary>
public abstract class MimeEntity : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the part holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    internal abstract void Write(StringBuilder text);
}

/// <summary>Text of a kind.</summary>
public class TextPart(string subtype) : MimeEntity
{
    /// <summary>The text itself.</summary>
    public string Text { get; set; } = "";

    internal override void Write(StringBuilder text)
    {
        var plain = Text.All(char.IsAscii) && !Text.ReplaceLineEndings("\n").Split('\n').Any(line => line.Length > 78);
        text.Append($"Content-Type: text/{subtype}; charset=utf-8\r\n")
            .Append($"Content-Transfer-Encoding: {(plain ? "7bit" : "quoted-printable")}\r\n\r\n")
            .Append(plain ? Text.ReplaceLineEndings("\r\n") : QuotedPrintable.Encode(Text));
    }
}

/// <summary>Several parts (RFC 2046, section 5.1).</summary>
public class Multipart(string subtype) : MimeEntity
{
    private readonly List<MimeEntity> _parts = [];
    private readonly string _boundary = $"=-{Guid.NewGuid():n}";

    /// <summary>Adds a part.</summary>
    public void Add(MimeEntity part) => _parts.Add(part);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _parts.ForEach(part => part.Dispose());
        base.Dispose(disposing);
    }

    internal override void Write(StringBuilder text)
    {
        text.Append($"Content-Type: multipart/{subtype}; boundary=\"{_boundary}\"\r\n\r\n");
        foreach (var part in _parts)
        {
            text.Append($"--{_boundary}\r\n");
            part.Write(text);
            text.Append("\r\n");
        }
        text.Append($"--{_boundary}--\r\n");
    }
}
