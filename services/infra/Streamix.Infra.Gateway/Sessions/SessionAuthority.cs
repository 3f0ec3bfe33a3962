using Google.Protobuf.WellKnownTypes;
using Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>auth-session, asked by gRPC with the gateway's own token.</summary>
internal sealed class SessionAuthority(Auth.Contracts.Sessions.V1.Sessions.SessionsClient sessions) : ISessionAuthority
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    public bool IsThere => true;

    public async Task<CheckAnswer> AskAsync(EdgeSession session) => await sessions.CheckAsync(new CheckRequest
    {
        SessionId = session.Token.SessionId ?? "",
        AccountId = session.Subject,
        IssuedAt = session.Token.IssuedAt.ToTimestamp(),
    });
}

/// <summary>A deployment without session service.</summary>
internal sealed partial class NoAuthority : ISessionAuthority
{
    public NoAuthority(ILogger<NoAuthority> logger) => Log.Unchecked(logger);

    public bool IsThere => false;

    public Task<CheckAnswer> AskAsync(EdgeSession session) => throw new NotSupportedException();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No session service is asked: a token is good by its signature until it expires or stands on the deny list")]
        public static partial void Unchecked(ILogger logger);
    }
}
