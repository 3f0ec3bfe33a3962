using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Streamix.Auth.Contracts.Sessions;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Users.Account.Sessions;

/// <summary>
/// Tells auth-session at once what the committed events tell it as well, so that it takes effect while the bus is down.
/// Goes on when the caller has hung up, and when it fails the events do it later.
/// </summary>
internal sealed partial class SessionDesk(V1.Sessions.SessionsClient sessions, TimeProvider time, ILogger<SessionDesk> logger)
{
    /// <summary>Ends the sessions of an account that is suspended or closed.</summary>
    public async Task TellStatusAsync(UserAccount account)
    {
        if (account.Status is not (AccountStatus.Suspended or AccountStatus.Closed))
            return;
        var reason = account.Status == AccountStatus.Suspended ? SessionEnds.Suspended : SessionEnds.Closed;
        await TryAsync(async () => await sessions.RevokeAsync(new() { AccountId = account.Id.ToString(), Reason = reason, OpenedUpTo = time.GetUtcNow().ToTimestamp() }), reason);
    }

    /// <summary>The sessions go on with other roles.</summary>
    public async Task TellRolesAsync(UserAccount account)
    {
        var request = new V1.TakeRolesRequest { AccountId = account.Id.ToString(), Revision = account.Revision };
        request.Roles.AddRange(account.Roles);
        await TryAsync(async () => await sessions.TakeRolesAsync(request), SessionEnds.RolesChanged);
    }

    private async Task TryAsync(Func<Task> call, string what)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is RpcException or HttpRequestException or DependencyUnavailableException)
        {
            Log.NotTold(logger, e, what);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions could not be told at once ({What}); the event will do it")]
        public static partial void NotTold(ILogger logger, Exception exception, string what);
    }
}
