using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Streamix.StandIns.Tests.Grpc;

/// <summary>Leaves its name in a header of each call.</summary>
internal sealed class Signing(string name) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var signed = new Metadata { { "x-ask", $"{context.Options.Headers?.GetValue("x-ask")}{name}" } };
        return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(signed)));
    }
}

/// <summary>Writes every served call down and turns crashes into answers.</summary>
internal sealed class Watching(Journal journal) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        journal.Entries.Enqueue(context.Method);
        try
        {
            return await continuation(request, context);
        }
        catch (InvalidOperationException)
        {
            throw new RpcException(new Status(StatusCode.Aborted, "caught"));
        }
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        journal.Entries.Enqueue(context.Method);
        return continuation(request, responseStream, context);
    }
}

/// <summary>Passes every served call on to another echo service.</summary>
internal sealed class Relaying(Echo.EchoClient next) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        (TResponse)(object)await next.SayAsync((Line)(object)request);
}
