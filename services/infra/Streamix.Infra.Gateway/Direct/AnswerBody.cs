using System.Buffers.Text;
using System.IO.Pipelines;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>Hands the body on as it comes. What has arrived with the head costs no further call.</summary>
internal static class AnswerBody
{
    private const int Piece = 16 * 1024;

    public static ValueTask CopyAsync(ServiceConnection connection, Framing framing, long length, PipeWriter to, CancellationToken cancellationToken)
    {
        switch (framing)
        {
            case Framing.None:
                return default;
            case Framing.Length:
                return CopyLengthAsync(connection, length, to, cancellationToken);
            case Framing.Chunked:
                return CopyChunksAsync(connection, to, cancellationToken);
            default:
                return CopyToEndAsync(connection, to, cancellationToken);
        }
    }

    private static async ValueTask CopyLengthAsync(ServiceConnection connection, long length, PipeWriter to, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            length -= connection.Received.Length > 0
                ? await TakeAsync(connection, (int)Math.Min(length, connection.Received.Length), to, cancellationToken)
                : await ReceiveAsync(connection, length, to, cancellationToken) is var count and > 0 ? count : throw new BadAnswerException("less than it promised");
        }
    }

    private static async ValueTask CopyToEndAsync(ServiceConnection connection, PipeWriter to, CancellationToken cancellationToken)
    {
        await TakeAsync(connection, connection.Received.Length, to, cancellationToken);
        while (await ReceiveAsync(connection, Piece, to, cancellationToken) > 0)
        {
            // Until the service closes.
        }
    }

    private static async ValueTask CopyChunksAsync(ServiceConnection connection, PipeWriter to, CancellationToken cancellationToken)
    {
        while (await ReadSizeAsync(connection, cancellationToken) is var size and > 0)
        {
            await CopyLengthAsync(connection, size, to, cancellationToken);
            if ((await ReadLineAsync(connection, cancellationToken)).Length > 0)
            {
                throw new BadAnswerException("a chunk of another size");
            }
        }

        while ((await ReadLineAsync(connection, cancellationToken)).Length > 0)
        {
            // Trailers end here.
        }
    }

    private static async ValueTask<long> ReadSizeAsync(ServiceConnection connection, CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(connection, cancellationToken);
        return Utf8Parser.TryParse(line, out long size, out var digits, 'x') && digits is > 0 and <= 15 && (digits == line.Length || line[digits] is (byte)';' or (byte)' ')
            ? size
            : throw new BadAnswerException("a broken chunk");
    }

    private static async ValueTask<byte[]> ReadLineAsync(ServiceConnection connection, CancellationToken cancellationToken)
    {
        int end;
        while ((end = connection.Received.Span.IndexOf("\r\n"u8)) < 0)
        {
            if (!await connection.ReceiveAsync(cancellationToken))
            {
                throw new BadAnswerException("less than it promised");
            }
        }

        var line = connection.Received.Span[..end].ToArray();
        connection.Skip(end + 2);
        return line;
    }

    private static async ValueTask<int> TakeAsync(ServiceConnection connection, int count, PipeWriter to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(connection.Received[..count], cancellationToken);
        connection.Skip(count);
        return count;
    }

    private static async ValueTask<int> ReceiveAsync(ServiceConnection connection, long most, PipeWriter to, CancellationToken cancellationToken)
    {
        var room = to.GetMemory(Piece);
        var count = await connection.ReceiveAsync(room[..(int)Math.Min(most, room.Length)], cancellationToken);
        to.Advance(count);
        await to.FlushAsync(cancellationToken);
        return count;
    }
}
