using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Catalogue;
using Yarp.ReverseProxy.Forwarder;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>
/// Reads without a body over plain HTTP/1.1, which are nearly all requests, go over the gateway's own connections with
/// headers written and read as bytes; everything else goes the proxy's usual way.
/// </summary>
internal sealed class DirectForwarder(IHttpForwarder usual, Replicas replicas, IOptions<DirectOptions> options) : IHttpForwarder
{
    public ValueTask<ForwarderError> SendAsync(
        HttpContext context, string destinationPrefix, HttpMessageInvoker httpClient, ForwarderRequestConfig requestConfig, HttpTransformer transformer) =>
        SendAsync(context, destinationPrefix, httpClient, requestConfig, transformer, CancellationToken.None);

    public ValueTask<ForwarderError> SendAsync(
        HttpContext context, string destinationPrefix, HttpMessageInvoker httpClient, ForwarderRequestConfig requestConfig, HttpTransformer transformer, CancellationToken cancellationToken)
    {
        return IsPlain(context) && replicas.Of(destinationPrefix) is { } replica
            ? SendDirectAsync()
            : usual.SendAsync(context, destinationPrefix, httpClient, requestConfig, transformer, cancellationToken);

        async ValueTask<ForwarderError> SendDirectAsync() =>
            await ExchangeAsync(context, replica) ?? await usual.SendAsync(context, destinationPrefix, httpClient, requestConfig, transformer, cancellationToken);
    }

    private bool IsPlain(HttpContext context) =>
        options.Value.Enabled
        && context.GetEndpoint()?.Metadata.GetMetadata<RoutePlan>() is { Service.Settings.Pages: false }
        && RequestHeaders.ArePlain(context.Request);

    /// <returns>Null when nothing was sent because the request is not plain after all.</returns>
    private static async ValueTask<ForwarderError?> ExchangeAsync(HttpContext context, Replica replica)
    {
        ServiceConnection? connection = null;
        try
        {
            connection = await DirectExchange.AskAsync(replica, context, context.RequestAborted);
            if (connection is null)
            {
                return null;
            }

            var error = await AnswerAsync(context, replica, connection);
            connection = null;
            return error;
        }
        catch (Exception e) when (e is SocketException or IOException or HttpRequestException or OperationCanceledException)
        {
            return Failed(context, e);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private static async ValueTask<ForwarderError> AnswerAsync(HttpContext context, Replica replica, ServiceConnection connection)
    {
        var response = context.Response;
        var head = await DirectExchange.ReadHeadAsync(connection, context.RequestAborted);
        var framing = head.FramingOf(HttpMethods.IsHead(context.Request.Method));
        try
        {
            Show(response, head, connection.Headers);
            await AnswerBody.CopyAsync(connection, framing, head.Length, response.BodyWriter, context.RequestAborted);
        }
        catch when (!response.HasStarted)
        {
            connection.Headers.ForEach(h => response.Headers.Remove(h.Key));
            response.ContentLength = null;
            throw;
        }

        if (head.MayReuse(framing) && connection.Received.Length == 0)
        {
            replica.Return(connection);
        }
        else
        {
            connection.Dispose();
        }

        return ForwarderError.None;
    }

    private static void Show(HttpResponse response, in AnswerHead head, List<KeyValuePair<string, string>> headers)
    {
        response.StatusCode = head.Status;
        response.ContentLength = head.Declared;
        foreach (var (name, value) in headers)
        {
            response.Headers.Append(name, value);
        }
    }

    private static ForwarderError Failed(HttpContext context, Exception exception)
    {
        var error = context.RequestAborted.IsCancellationRequested ? ForwarderError.RequestCanceled
            : context.Response.HasStarted ? ForwarderError.ResponseBodyDestination
            : ForwarderError.Request;
        context.Features.Set<IForwarderErrorFeature>(new DirectError(error, exception));
        if (context.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            context.Response.StatusCode = error == ForwarderError.RequestCanceled ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status502BadGateway;
        }

        return error;
    }
}

internal sealed record DirectError(ForwarderError Error, Exception? Exception) : IForwarderErrorFeature;
