using System.Globalization;
using System.Text;

namespace MimeKit;

/// <summary>A mailbox: a name and an addr-spec.</summary>
public class MailboxAddress(string name, string address) : InternetAddress(name)
{
    private const string AtomSpecials = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>The addr-spec.</summary>
    public string Address { get; set; } = address;

    /// <summary>Reads <c>address</c>, <c>name &lt;address&gt;</c> or <c>"name" &lt;address&gt;</c>.</summary>
    /// <exception cref="ParseException">It is none of these.</exception>
    public static MailboxAddress Parse(string text) => TryParse(text, out var mailbox) ? mailbox : throw new ParseException("Invalid mailbox address.", 0, 0);

    /// <summary>As <see cref="Parse"/>, without the exception.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Any(char.IsControl))
            return false;
        var (name, address) = trimmed is [.., '>'] && trimmed.LastIndexOf('<') is var open and >= 0 ? (Unquoted(trimmed[..open].Trim()), trimmed[(open + 1)..^1].Trim()) : ("", trimmed);
        if (!IsAddrSpec(address))
            return false;
        mailbox = new(name, address);
        return true;
    }

    /// <summary>The domain as it goes over the wire (RFC 5891).</summary>
    internal string Wire => Address.LastIndexOf('@') is var at and > 0 && Address[at..].Any(c => c > 127) ? Address[..(at + 1)] + new IdnMapping().GetAscii(Address[(at + 1)..]) : Address;

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Address : $"\"{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{Address}>";

    private static bool IsAddrSpec(string text) =>
        text.LastIndexOf('@') is var at and > 0 && at < text.Length - 1 && DotAtom(text[..at]) && DotAtom(text[(at + 1)..]);

    private static bool DotAtom(string text) => text.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || c > 127 || AtomSpecials.Contains(c, StringComparison.Ordinal)));

    private static string Unquoted(string name)
    {
        if (name is not ['"', .., '"'])
            return name;
        var text = new StringBuilder();
        for (var i = 1; i < name.Length - 1; i++)
            text.Append(name[i] == '\\' && i + 1 < name.Length - 1 ? name[++i] : name[i]);
        return text.ToString();
    }
}
