using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Grpc;

internal static class GrpcRoutes
{
    public static void MapGrpc(this IEndpointRouteBuilder routes, string service, string method, Func<GrpcCall, Task> handler) =>
        routes.MapPost($"/{service}/{method}", context => RunAsync(context, handler));

    /// <summary>Methods nobody serves. The status must come in the headers: in the trailers it reads as a lost connection.</summary>
    public static void MapUnimplementedGrpc(this IEndpointRouteBuilder routes, string service) =>
        routes.MapPost($"/{service}/{{method}}", context =>
        {
            Refuse(context, GrpcStatus.Unimplemented);
            return Task.CompletedTask;
        });

    /// <summary>Answers with a status alone, before anything else was sent.</summary>
    public static void Refuse(HttpContext context, GrpcStatus status)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = Text(status);
    }

    private static async Task RunAsync(HttpContext context, Func<GrpcCall, Task> handler)
    {
        context.Response.ContentType = "application/grpc";
        var status = GrpcStatus.Ok;
        try
        {
            await handler(new GrpcCall(context)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException or EndOfStreamException)
        {
            status = GrpcStatus.InvalidArgument;
        }
        catch (Exception e)
        {
            Log.CallFailed(context.RequestServices.GetRequiredService<ILogger<GrpcCall>>(), e, context.Request.Path);
            status = GrpcStatus.Internal;
        }
        context.Response.AppendTrailer("grpc-status", Text(status));
    }

    private static string Text(GrpcStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Call {Path} of the dashboard failed")]
    public static partial void CallFailed(ILogger logger, Exception exception, string path);
}
