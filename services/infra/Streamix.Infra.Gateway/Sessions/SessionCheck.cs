using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Verifies a token once and remembers it; expiry and revocation are looked at every time.</summary>
internal sealed class SessionCheck(ITokenValidator tokens, IRevocations revocations, IOptions<AuthOptions> options, TimeProvider time) : ISessionCheck
{
    private readonly Generations<EdgeSession> _known = new(capacity: 20_000);

    public ValueTask<SessionVerdict> CheckAsync(ReadOnlyMemory<char> token, CancellationToken cancellationToken) =>
        _known.TryGet(token.Span, out var session) ? new(Still(session)) : VerifyAsync(AsString(token), cancellationToken);

    private async ValueTask<SessionVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.ValidateUserAsync(token, cancellationToken) is { } user
                ? Still(_known.GetOrAdd(token, new EdgeSession(user)))
                : SessionVerdict.Refused("it is invalid or has expired");
        }
        catch (KeysUnavailableException)
        {
            return SessionVerdict.Unknown;
        }
    }

    private SessionVerdict Still(EdgeSession session)
    {
        if (session.Token.ExpiresAt + options.Value.ClockSkew <= time.GetUtcNow())
        {
            return SessionVerdict.Refused("it is invalid or has expired");
        }

        return revocations.IsRevoked(session) ? SessionVerdict.Refused("it was revoked") : session;
    }

    private static string AsString(ReadOnlyMemory<char> token) =>
        MemoryMarshal.TryGetString(token, out var text, out var start, out var length) && start == 0 && length == text.Length ? text : token.ToString();
}
