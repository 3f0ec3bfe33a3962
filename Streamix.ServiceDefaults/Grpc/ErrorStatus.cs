using Grpc.Core;
using Grpc.Core.Interceptors;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Grpc;

/// <summary>What escapes a gRPC method means the same as over HTTP; nothing of the exception but our own words goes out.</summary>
internal sealed partial class ErrorStatus(IEnumerable<IExceptionTranslation> translations, ILogger<ErrorStatus> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translated(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translated(e, context);
        }
    }

    private RpcException Translated(Exception exception, ServerCallContext context)
    {
        if (exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested)
            return new(new Status(DateTime.UtcNow >= context.Deadline ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, ""));

        var problem = ExceptionProblems.Translate(translations, exception);
        var status = problem?.Status ?? StatusCodes.Status500InternalServerError;
        if (status == StatusCodes.Status500InternalServerError)
            Log.Failed(logger, exception, context.Method);
        return new(new Status(StatusOf(status), problem?.Detail ?? StatusTexts.Of(status).Detail ?? ""));
    }

    private static StatusCode StatusOf(int status) => status switch
    {
        400 or 415 or 422 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        409 => StatusCode.AlreadyExists,
        412 or 428 => StatusCode.FailedPrecondition,
        413 or 429 => StatusCode.ResourceExhausted,
        501 => StatusCode.Unimplemented,
        502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Internal,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string method);
    }
}
