using System.Globalization;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// One entry of the deny list: <c>jti:ID</c>; <c>sid:ID</c>, or <c>sid:ID@T</c> for its tokens issued up to T (Unix seconds); <c>sub:ID@T</c> for all
/// sessions of a user signed in up to T. The reason may follow as <c>#reason</c>.
/// In Redis it is a member of the sorted set <see cref="Key"/> (score: until when it matters, Unix seconds), and it is
/// published on the channel of the same name as <c>member|score</c>.
/// </summary>
public sealed record Revocation(string Member, DateTimeOffset Until)
{
    public const string Key = "streamix:revoked";

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Told to clients when an entry names none.</summary>
    public const string UsualReason = "revoked";

    public static Revocation Token(string tokenId, DateTimeOffset until) => new("jti:" + tokenId, until);

    public static Revocation Session(string sessionId, DateTimeOffset until, string? reason = null) => new(Because("sid:" + sessionId, reason), until);

    /// <summary>The session goes on, its tokens issued up to then do not.</summary>
    public static Revocation TokensOf(string sessionId, DateTimeOffset issuedUpTo, DateTimeOffset until, string reason) =>
        new(Because($"sid:{sessionId}@{Seconds(issuedUpTo)}", reason), until);

    public static Revocation User(string subject, DateTimeOffset signedInUpTo, DateTimeOffset until, string? reason = null) =>
        new(Because($"sub:{subject}@{Seconds(signedInUpTo)}", reason), until);

    public string Message => $"{Member}|{Seconds(Until)}";

    public string Reason => Member.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? Member[(at + 1)..] : UsualReason;

    public static Revocation? Parse(string message)
    {
        var split = message.LastIndexOf('|');
        return split > 0 && long.TryParse(message.AsSpan(split + 1), CultureInfo.InvariantCulture, out var until)
            ? Of(message[..split], until)
            : null;
    }

    /// <summary>As it stands in the sorted set.</summary>
    public static Revocation Of(string member, double score) => new(member, DateTimeOffset.FromUnixTimeSeconds((long)Math.Clamp(score, 0, LastSecond)));

    private static string Because(string member, string? reason) => reason is null ? member : $"{member}#{reason}";

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
