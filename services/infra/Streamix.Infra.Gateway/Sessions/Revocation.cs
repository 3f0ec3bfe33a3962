using System.Globalization;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// One entry of the deny list: <c>jti:ID</c>, <c>sid:ID</c>, or <c>sub:ID@T</c> for all sessions of a user signed in up to T (Unix seconds).
/// In Redis it is a member of the sorted set <see cref="Key"/> (score: until when it matters, Unix seconds), and it is
/// published on the channel of the same name as <c>member|score</c>.
/// </summary>
public sealed record Revocation(string Member, DateTimeOffset Until)
{
    public const string Key = "streamix:revoked";

    public static Revocation Token(string tokenId, DateTimeOffset until) => new("jti:" + tokenId, until);

    public static Revocation Session(string sessionId, DateTimeOffset until) => new("sid:" + sessionId, until);

    public static Revocation User(string subject, DateTimeOffset signedInUpTo, DateTimeOffset until) =>
        new($"sub:{subject}@{signedInUpTo.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", until);

    public string Message => $"{Member}|{Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    public static Revocation? Parse(string message)
    {
        var split = message.LastIndexOf('|');
        return split > 0 && long.TryParse(message.AsSpan(split + 1), CultureInfo.InvariantCulture, out var until)
            ? new Revocation(message[..split], DateTimeOffset.FromUnixTimeSeconds(until))
            : null;
    }
}
