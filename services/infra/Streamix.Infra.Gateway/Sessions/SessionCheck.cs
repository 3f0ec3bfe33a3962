using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Verifies a token once and remembers it; expiry, revocation and the session's standing are looked at every time.</summary>
internal sealed class SessionCheck(ITokenValidator tokens, IRevocations revocations, SessionInquiry inquiry, IOptions<AuthOptions> options, TimeProvider time) : ISessionCheck
{
    private readonly Generations<EdgeSession> _known = new(capacity: 20_000);
    private readonly Generations<Standing> _standings = new(capacity: 20_000);

    public ValueTask<SessionVerdict> CheckAsync(ReadOnlyMemory<char> token, CancellationToken cancellationToken) =>
        _known.TryGet(token.Span, out var session) ? StillAsync(session, cancellationToken) : VerifyAsync(AsString(token), cancellationToken);

    private async ValueTask<SessionVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.ValidateUserAsync(token, cancellationToken) is { } user
                ? await StillAsync(_known.GetOrAdd(token, new EdgeSession(user) { Standing = StandingOf(user) }), cancellationToken)
                : SessionVerdict.Refused("it is invalid or has expired");
        }
        catch (KeysUnavailableException)
        {
            return SessionVerdict.Unknown;
        }
    }

    private ValueTask<SessionVerdict> StillAsync(EdgeSession session, CancellationToken cancellationToken)
    {
        if (session.Token.ExpiresAt + options.Value.ClockSkew <= time.GetUtcNow())
        {
            return new(SessionVerdict.Refused("it is invalid or has expired"));
        }

        if (revocations.Against(session) is { } reason)
        {
            return new(SessionVerdict.Ended(reason));
        }

        return inquiry.IsSettled(session) ? new(session) : AskAsync(session, cancellationToken);
    }

    private async ValueTask<SessionVerdict> AskAsync(EdgeSession session, CancellationToken cancellationToken) =>
        await inquiry.AskAsync(session).WaitAsync(cancellationToken) switch
        {
            null => session,
            SessionInquiry.NobodyKnows => SessionVerdict.Unknown,
            var reason => SessionVerdict.Ended(reason),
        };

    /// <summary>A refreshed token belongs to a session that was asked about already. A name is bound to its account, so nobody borrows another's standing.</summary>
    private Standing StandingOf(UserToken token) =>
        _standings.TryGet($"{token.SessionId}:{token.AccountId}", out var known) ? known : _standings.GetOrAdd($"{token.SessionId}:{token.AccountId}", new Standing());

    private static string AsString(ReadOnlyMemory<char> token) =>
        MemoryMarshal.TryGetString(token, out var text, out var start, out var length) && start == 0 && length == text.Length ? text : token.ToString();
}
