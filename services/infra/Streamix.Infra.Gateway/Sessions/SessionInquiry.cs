using Microsoft.Extensions.Options;
using Streamix.Auth.Contracts.Sessions;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Asks the session service once per session and keeps the answer; what ends a session meanwhile arrives by the deny list. While the service is away,
/// known sessions go on, and unknown ones too as long as the deny list is fresh; nobody waits for it then, one question in the background tells when it is back.
/// </summary>
internal sealed partial class SessionInquiry(
    ISessionAuthority authority, DenyList list, IOptions<SessionsOptions> options, TimeProvider time, ILogger<SessionInquiry> logger) : IDisposable
{
    /// <summary>Told instead of a reason when nobody can tell.</summary>
    public const string NobodyKnows = "?";

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(16);
    private readonly CancellationTokenSource _stop = new();
    private volatile EdgeSession? _unanswered;
    private int _silent;

    /// <summary>Nothing has to be asked about it now. An older answer is only as good as the deny list that would have told of an end.</summary>
    public bool IsSettled(EdgeSession session)
    {
        var now = time.GetUtcNow();
        return !authority.IsThere || (session.Standing.IsGood(now) && (list.IsFresh || session.Standing.IsRecent(now, options.Value.Rest)));
    }

    /// <summary>Null when the session is alive, <see cref="NobodyKnows"/>, or why it is not.</summary>
    public Task<string?> AskAsync(EdgeSession session) =>
        Volatile.Read(ref _silent) == 0 ? session.Standing.AskAsync(() => IsSettled(session), () => InquireAsync(session)) : Task.FromResult(WithoutWord(session));

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<string?> InquireAsync(EdgeSession session)
    {
        try
        {
            return await WordAsync(session);
        }
        catch (Exception e)
        {
            var answer = WithoutWord(session);
            if (Interlocked.Exchange(ref _silent, 1) == 0)
            {
                Log.Silent(logger, e);
                BeginToWatch();
            }

            return answer;
        }
    }

    private async Task<string?> WordAsync(EdgeSession session)
    {
        var asked = time.GetUtcNow();
        var answer = await authority.AskAsync(session);
        if (!answer.Alive)
        {
            return Dead(session, answer.Reason);
        }

        session.Standing.Keep(asked, time.GetUtcNow() + TimeSpan.FromSeconds(answer.KeepSeconds));
        return null;
    }

    /// <summary>Outside of the request that found the service silent: it ends sooner.</summary>
    private void BeginToWatch()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => WatchAsync(_stop.Token), _stop.Token);
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.Value.Rest, time, stop);
                await WordAsync(_unanswered!);
                Volatile.Write(ref _silent, 0);
                Log.Speaks(logger);
                return;
            }
            catch (Exception)
            {
                // Still silent, or the gateway ends.
            }
        }
    }

    /// <summary>The session's other tokens need not be asked about.</summary>
    private string Dead(EdgeSession session, string reason)
    {
        if (SessionEnds.IsEnd(reason) && session.Token.SessionId is { } id)
        {
            list.Add([Revocation.Session(id, time.GetUtcNow() + Remembered, reason)]);
        }

        return reason;
    }

    private string? WithoutWord(EdgeSession session)
    {
        _unanswered = session;
        return session.Standing.IsKnown || list.IsFresh ? null : NobodyKnows;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The session service does not answer; sessions go on by signature and deny list")]
        public static partial void Silent(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "The session service answers again")]
        public static partial void Speaks(ILogger logger);
    }
}
