using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

/// <summary>Turns what Grpc.AspNetCore.Server left on the span into the RPC semantic conventions.</summary>
internal static class GrpcTags
{
    private const string Method = "grpc.method";
    private const string Status = "grpc.status_code";

    // UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: the server's own failures.
    private static readonly int[] ServerFailures = [2, 4, 12, 13, 14, 15];

    public static void Set(Activity activity, HttpContext context)
    {
        if (activity.GetTagItem(Method) is not string { Length: > 0 } method)
            return;

        var name = method.TrimStart('/');
        activity.DisplayName = name;
        activity.SetTag("rpc.system", "grpc").SetTag(Method, null);
        if (context.Connection.RemoteIpAddress is { } address)
            activity.SetTag("client.address", address.ToString()).SetTag("client.port", context.Connection.RemotePort);
        if (name.LastIndexOf('/') is > 0 and var slash)
            activity.SetTag("rpc.service", name[..slash]).SetTag("rpc.method", name[(slash + 1)..]);
        if (!int.TryParse(activity.GetTagItem(Status) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return;

        activity.SetTag(Status, null).SetTag("rpc.grpc.status_code", code);
        if (ServerFailures.Contains(code))
            activity.SetStatus(ActivityStatusCode.Error);
    }
}
