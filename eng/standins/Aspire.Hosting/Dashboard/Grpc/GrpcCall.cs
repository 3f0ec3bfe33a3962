using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>One gRPC call over HTTP/2: length-prefixed messages, status in the trailers.</summary>
internal sealed class GrpcCall(HttpContext context)
{
    private const int PrefixLength = 5;
    private const int MaxRequestLength = 1 << 20;

    public CancellationToken Aborted => context.RequestAborted;

    public IServiceProvider Services => context.RequestServices;

    /// <exception cref="InvalidDataException">The message is compressed or longer than 1 MiB.</exception>
    public async Task<T> ReadAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        var prefix = new byte[PrefixLength];
        await context.Request.Body.ReadExactlyAsync(prefix, Aborted).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (prefix[0] != 0 || length > MaxRequestLength)
            throw new InvalidDataException($"Unsupported gRPC message: flags {prefix[0]}, {length} bytes.");
        var message = new byte[length];
        await context.Request.Body.ReadExactlyAsync(message, Aborted).ConfigureAwait(false);
        return parser.ParseFrom(message);
    }

    public async Task WriteAsync(IMessage message)
    {
        var frame = new byte[PrefixLength + message.CalculateSize()];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)(frame.Length - PrefixLength));
        message.WriteTo(frame.AsSpan(PrefixLength));
        await context.Response.Body.WriteAsync(frame, Aborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(Aborted).ConfigureAwait(false);
    }

    /// <summary>Sends the headers, so that the client knows the stream is open.</summary>
    public Task OpenAsync() => context.Response.Body.FlushAsync(Aborted);
}
