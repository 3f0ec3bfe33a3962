using Grpc.Core;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Streaming.Rights.Calls;

/// <summary>Who may ask for what.</summary>
internal static class Callers
{
    public const string PlaybackContext = "streaming-playback-context";

    /// <exception cref="RpcException">Permission denied: another service.</exception>
    public static void Demand(Caller caller, string service)
    {
        if (caller.Service != service)
            throw Denied();
    }

    /// <summary>A call that carries a user's token is about that user.</summary>
    /// <exception cref="RpcException">Permission denied: about somebody else.</exception>
    public static void DemandOwn(Caller caller, Guid accountId)
    {
        if (caller.IsUser && caller.AccountId != accountId)
            throw Denied();
    }

    private static RpcException Denied() => new(new Status(StatusCode.PermissionDenied, "This is not allowed for you."));
}
