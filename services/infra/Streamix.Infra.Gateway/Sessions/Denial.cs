using System.Globalization;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>An entry of the deny list, read: of what kind, about whom, and up to which second (all of them when it names none).</summary>
internal sealed record Denial(string Kind, string Id, long UpTo, string Reason, DateTimeOffset Until)
{
    /// <summary>It refuses more than the other, or for longer.</summary>
    public bool Exceeds(Denial other) => UpTo > other.UpTo || (UpTo == other.UpTo && Until > other.Until);

    public static Denial? Read(Revocation revocation)
    {
        var member = revocation.Member.AsSpan();
        if (member.IndexOf('#') is >= 0 and var end)
        {
            member = member[..end];
        }

        if (member.Length < 5 || member[3] != ':')
        {
            return null;
        }

        var (kind, upTo) = (member[..3].ToString(), long.MaxValue);
        var id = member[4..];
        if (kind is not "jti" && id.LastIndexOf('@') is > 0 and var at)
        {
            if (!long.TryParse(id[(at + 1)..], CultureInfo.InvariantCulture, out upTo))
            {
                return null;
            }

            id = id[..at];
        }

        return new Denial(kind, id.ToString(), upTo, revocation.Reason, revocation.Until);
    }
}
