using Grpc.Core;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Auth.Session.Calls;

/// <summary>The services that may call.</summary>
internal static class Callers
{
    public const string Identity = "auth-identity";
    public const string Account = "users-account";
    public const string Gateway = "infra-gateway";

    /// <exception cref="RpcException">Permission denied: another service.</exception>
    public static void Demand(Caller caller, params ReadOnlySpan<string> services)
    {
        if (caller.Service is not { } service || !services.Contains(service))
            throw new RpcException(new Status(StatusCode.PermissionDenied, "This is not allowed for you."));
    }
}
