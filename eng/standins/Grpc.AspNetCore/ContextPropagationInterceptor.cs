using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.ClientFactory;

internal sealed class ContextPropagationInterceptor(GrpcContextPropagationOptions options, IHttpContextAccessor accessor) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var propagated = Propagate(context.Options);
        using (propagated.Linked)
            return continuation(request, With(context, propagated));
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var propagated = Propagate(context.Options);
        var call = continuation(request, With(context, propagated));
        return propagated.Linked is null ? call : new(
            call.ResponseAsync, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, propagated.Ending(call));
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var propagated = Propagate(context.Options);
        var call = continuation(request, With(context, propagated));
        return propagated.Linked is null ? call : new(
            call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, propagated.Ending(call));
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var propagated = Propagate(context.Options);
        var call = continuation(With(context, propagated));
        return propagated.Linked is null ? call : new(
            call.RequestStream, call.ResponseAsync, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, propagated.Ending(call));
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var propagated = Propagate(context.Options);
        var call = continuation(With(context, propagated));
        return propagated.Linked is null ? call : new(
            call.RequestStream, call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, propagated.Ending(call));
    }

    private static ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, Propagated propagated)
        where TRequest : class
        where TResponse : class => new(context.Method, context.Host, propagated.Options);

    private Propagated Propagate(CallOptions call)
    {
        if (accessor.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext is not { } served)
            return options.SuppressContextNotFoundErrors ? new(call, null) : throw new InvalidOperationException(
                "Unable to propagate server context values to the call. Can't find the gRPC ServerCallContext on the current HttpContext.");

        if (served.Deadline < (call.Deadline ?? DateTime.MaxValue))
            call = call.WithDeadline(served.Deadline);
        if (!served.CancellationToken.CanBeCanceled)
            return new(call, null);
        if (!call.CancellationToken.CanBeCanceled)
            return new(call.WithCancellationToken(served.CancellationToken), null);

        var linked = CancellationTokenSource.CreateLinkedTokenSource(served.CancellationToken, call.CancellationToken);
        return new(call.WithCancellationToken(linked.Token), linked);
    }

    /// <param name="Options">The options of the call to make.</param>
    /// <param name="Linked">What to dispose with the call, if its own token had to be joined with the served call's.</param>
    private readonly record struct Propagated(CallOptions Options, CancellationTokenSource? Linked)
    {
        public Action Ending(IDisposable call)
        {
            var linked = Linked;
            return () =>
            {
                call.Dispose();
                linked?.Dispose();
            };
        }
    }
}
