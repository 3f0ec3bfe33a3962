using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Accounts;

/// <summary>
/// An address that mail can be sent to: a dot-string before the @ (RFC 5321, 4.1.2), a host name with at least two labels behind it,
/// international names included (RFC 5890). Quoted local parts, address literals and SMTPUTF8 local parts are not taken.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Key">Lower case, the domain in ASCII: two spellings of one mailbox have one key. What follows a plus belongs to the name.</param>
[Personal]
internal sealed record EmailAddress(string Text, string Key)
{
    public const int Longest = 254;
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;
    private const string Specials = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    public static EmailAddress Parse(string text) => TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    public static bool TryParse(string text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        problem = trimmed.Length > Longest ? $"must have at most {Longest} characters"
            : at <= 0 || at == trimmed.Length - 1 ? "is not an e-mail address"
            : LocalProblem(trimmed.AsSpan(0, at));
        if (problem is not null)
            return false;

        if (!TryDomain(trimmed[(at + 1)..], out var domain))
        {
            problem = "has no valid domain after the @";
            return false;
        }
        var key = $"{trimmed[..at].ToLowerInvariant()}@{domain}";
        if (key.Length > Longest)
        {
            problem = $"must have at most {Longest} characters";
            return false;
        }
        address = new(trimmed, key);
        return true;
    }

    private static string? LocalProblem(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocal)
            return $"must have at most {LongestLocal} characters before the @";
        if (local[0] == '.' || local[^1] == '.' || local.IndexOf("..", StringComparison.Ordinal) >= 0)
            return "must not have a dot at the ends of its name, nor two in a row";
        foreach (var c in local)
            if (!char.IsAsciiLetterOrDigit(c) && !Specials.Contains(c, StringComparison.Ordinal))
                return "may have only unaccented Latin letters, digits and common signs before the @";
        return null;
    }

    private static bool TryDomain(string text, out string domain)
    {
        domain = "";
        // Decomposed accents would make a second key of the same name, and there is no normalisation without ICU.
        if (text.Any(c => c is >= '\u0300' and <= '\u036f') || text.StartsWith('['))
            return false;
        try
        {
            domain = Idn.GetAscii(text.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }
        var labels = domain.Split('.');
        return labels.Length >= 2 && Array.TrueForAll(labels, IsLabel) && !labels[^1].All(char.IsAsciiDigit) && !IsLiteral(domain);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsLiteral(string domain) => IPAddress.TryParse(domain, out var address) && address.AddressFamily == AddressFamily.InterNetwork;
}
