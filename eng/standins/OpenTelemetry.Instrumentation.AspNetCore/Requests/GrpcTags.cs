using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

/// <summary>Turns what Grpc.AspNetCore.Server left on the span into the RPC semantic conventions.</summary>
internal static class GrpcTags
{
    private const string Method = "grpc.method";
    private const string Status = "grpc.status_code";

    // By their numbers (https://grpc.io/docs/guides/status-codes).
    private static readonly string[] Names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    // UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: the server's own failures.
    private static readonly int[] ServerFailures = [2, 4, 12, 13, 14, 15];

    public static void Set(Activity activity, HttpContext context)
    {
        if (activity.GetTagItem(Method) is not string { Length: > 0 } method)
            return;

        var name = method.TrimStart('/');
        activity.DisplayName = name;
        activity.SetTag("rpc.system.name", "grpc").SetTag(Method, null).SetTag("rpc.method", name);
        if (context.Connection.RemoteIpAddress is { } address)
            activity.SetTag("network.peer.address", address.ToString()).SetTag("network.peer.port", context.Connection.RemotePort);
        if (!int.TryParse(activity.GetTagItem(Status) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code >= Names.Length)
            return;

        activity.SetTag(Status, null).SetTag("rpc.response.status_code", Names[code]);
        if (ServerFailures.Contains(code))
            activity.SetStatus(ActivityStatusCode.Error).SetTag("error.type", Names[code]);
    }
}
