using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Auth.Identity.Credentials;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Sessions;

/// <summary>Asks auth-session for what only it can give. When it is down, signing in answers 503 and may be repeated.</summary>
internal sealed partial class SessionDesk(Contracts.Sessions.V1.Sessions.SessionsClient sessions, IHttpContextAccessor http, ILogger<SessionDesk> logger)
{
    private const int LongestUserAgent = 400;

    /// <exception cref="ProblemException">401: since the proof something has happened that ended all sessions.</exception>
    public async Task<Tokens> OpenAsync(Subject subject, SessionWish wish, CancellationToken cancellationToken)
    {
        var request = new OpenRequest
        {
            AccountId = subject.AccountId.ToString(), RolesRevision = subject.Account.RolesRevision, Acr = wish.Proof.Acr, Method = wish.Proof.Method,
            AuthenticatedAt = wish.ProvenAt.ToTimestamp(), Client = Client(), IdempotencyKey = wish.Key, Persistent = wish.Persistent, Cookies = wish.Cookies,
        };
        request.Roles.AddRange(subject.Roles);
        try
        {
            return await sessions.OpenAsync(request, cancellationToken: cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            throw new ProblemException(StatusCodes.Status401Unauthorized, "Sign in again.", e);
        }
    }

    public async Task<AccessToken> ElevateAsync(Guid accountId, string sessionId, Proof proof, CancellationToken cancellationToken) =>
        await sessions.ElevateAsync(
            new() { AccountId = accountId.ToString(), SessionId = sessionId, Acr = proof.Acr, Method = proof.Method }, cancellationToken: cancellationToken);

    /// <summary>Ends sessions now. When that fails the event, which is committed already, does it later.</summary>
    public Task RevokeAsync(Guid accountId, string? keptSessionId, string reason, DateTimeOffset openedUpTo, CancellationToken cancellationToken) => TryAsync(
        new() { AccountId = accountId.ToString(), KeptSessionId = keptSessionId ?? "", Reason = reason, OpenedUpTo = openedUpTo.ToTimestamp() }, cancellationToken);

    /// <summary>Ends one whose tokens nobody has got yet.</summary>
    public Task EndAsync(Guid accountId, string sessionId, string reason, CancellationToken cancellationToken) =>
        TryAsync(new() { AccountId = accountId.ToString(), SessionId = sessionId, Reason = reason }, cancellationToken);

    private async Task TryAsync(RevokeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await sessions.RevokeAsync(request, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is RpcException or HttpRequestException or DependencyUnavailableException)
        {
            Log.NotRevoked(logger, e, request.Reason);
        }
    }

    private Client Client()
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("Sessions are opened for requests only.");
        var agent = context.Request.Headers.UserAgent.ToString();
        agent = agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent;
        return new() { Device = DeviceName.Of(agent), UserAgent = agent, Address = context.Connection.RemoteIpAddress?.ToString() ?? "" };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions could not be ended at once ({Reason})")]
        public static partial void NotRevoked(ILogger logger, Exception exception, string reason);
    }
}
