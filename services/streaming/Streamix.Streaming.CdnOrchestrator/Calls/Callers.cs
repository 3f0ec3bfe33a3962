using Grpc.Core;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Streaming.CdnOrchestrator.Calls;

/// <summary>The services that may call.</summary>
internal static class Callers
{
    public const string PlaybackContext = "streaming-playback-context";

    /// <exception cref="RpcException">Permission denied: another service.</exception>
    public static void Demand(Caller caller, string service)
    {
        if (caller.Service != service)
            throw new RpcException(new Status(StatusCode.PermissionDenied, "This is not allowed for you."));
    }
}
