namespace Streamix.Infra.Gateway.Sessions;

/// <summary>A session, or why the token is none; or nobody can tell at the moment.</summary>
/// <param name="Session">The session, when the token is accepted.</param>
/// <param name="Refusal">Why not, for people.</param>
/// <param name="Reason">Why the session ended, for clients.</param>
public readonly record struct SessionVerdict(EdgeSession? Session, string? Refusal, string? Reason = null)
{
    /// <summary>The issuer's keys cannot be read, or nobody knows the session.</summary>
    public static SessionVerdict Unknown { get; } = new(null, null);

    public static SessionVerdict Refused(string refusal) => new(null, refusal);

    public static SessionVerdict Ended(string reason) =>
        new(null, Auth.Contracts.Sessions.SessionEnds.IsEnd(reason) ? "the session has ended" : "roles or profile have changed; refresh it", reason);

    public static implicit operator SessionVerdict(EdgeSession session) => new(session, null);
}
