namespace Streamix.Infra.Gateway.Sessions;

/// <summary>A session, or the reason why the token is none; or nobody can tell at the moment.</summary>
public readonly record struct SessionVerdict(EdgeSession? Session, string? Refusal)
{
    /// <summary>The issuer's keys cannot be read.</summary>
    public static SessionVerdict Unknown { get; } = new(null, null);

    public static SessionVerdict Refused(string reason) => new(null, reason);

    public static implicit operator SessionVerdict(EdgeSession session) => new(session, null);
}
