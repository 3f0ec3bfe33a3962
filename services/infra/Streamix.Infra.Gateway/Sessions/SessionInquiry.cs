using Streamix.Auth.Contracts.Sessions;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Asks the session service once per session and keeps the answer; what ends a session meanwhile arrives by the deny list. While the service is away,
/// known sessions go on, and unknown ones too as long as the deny list is fresh.
/// </summary>
internal sealed partial class SessionInquiry(ISessionAuthority authority, DenyList list, TimeProvider time, ILogger<SessionInquiry> logger)
{
    /// <summary>Told instead of a reason when nobody can tell.</summary>
    public const string NobodyKnows = "?";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(16);
    private long _restsUntil;

    /// <summary>Nothing has to be asked about it now. An older answer is only as good as the deny list that would have told of an end.</summary>
    public bool IsSettled(EdgeSession session)
    {
        var now = time.GetUtcNow();
        return !authority.IsThere || (session.Standing.IsGood(now) && (list.IsFresh || session.Standing.IsRecent(now, Rest)));
    }

    /// <summary>Null when the session is alive, <see cref="NobodyKnows"/>, or why it is not.</summary>
    public Task<string?> AskAsync(EdgeSession session) => session.Standing.AskAsync(() => InquireAsync(session));

    private async Task<string?> InquireAsync(EdgeSession session)
    {
        var now = time.GetUtcNow();
        if (now.UtcTicks < Volatile.Read(ref _restsUntil))
        {
            return WithoutWord(session, now);
        }

        try
        {
            var answer = await authority.AskAsync(session);
            return answer.Alive ? Alive(session, TimeSpan.FromSeconds(answer.KeepSeconds)) : Dead(session, answer.Reason);
        }
        catch (Exception e)
        {
            Log.Silent(logger, e);
            now = time.GetUtcNow();
            Volatile.Write(ref _restsUntil, (now + Rest).UtcTicks);
            return WithoutWord(session, now);
        }
    }

    private string? Alive(EdgeSession session, TimeSpan keep)
    {
        var now = time.GetUtcNow();
        session.Standing.Keep(now, now + keep, confirmed: true);
        return null;
    }

    /// <summary>The session's other tokens need not be asked about.</summary>
    private string Dead(EdgeSession session, string reason)
    {
        if (reason != SessionEnds.RolesChanged && session.Token.SessionId is { } id)
        {
            list.Add([Revocation.Session(id, time.GetUtcNow() + Remembered, reason)]);
        }

        return reason;
    }

    private string? WithoutWord(EdgeSession session, DateTimeOffset now)
    {
        if (!session.Standing.IsKnown && !list.IsFresh)
        {
            return NobodyKnows;
        }

        session.Standing.Keep(now, now + Rest, confirmed: false);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The session service does not answer; sessions go on by signature and deny list")]
        public static partial void Silent(ILogger logger, Exception exception);
    }
}
