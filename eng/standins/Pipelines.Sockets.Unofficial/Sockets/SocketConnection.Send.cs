using System.Buffers;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Pipelines.Sockets.Unofficial;

public partial class SocketConnection
{
    private readonly List<ArraySegment<byte>> _segments = [];

    private async Task SendAsync()
    {
        Exception? error = null;
        try
        {
            while (true)
            {
                var read = await _toSocket.Reader.ReadAsync();
                if (read.IsCanceled) break;
                if (!read.Buffer.IsEmpty) await SendAsync(read.Buffer);
                _toSocket.Reader.AdvanceTo(read.Buffer.End);
                if (!read.IsCompleted) continue;
                TryEnd(PipeShutdownKind.WriteEndOfStream);
                break;
            }
        }
        catch (Exception e)
        {
            error = ExplainSend(e);
        }
        finally
        {
            Shutdown(SocketShutdown.Send);
            await _toSocket.Reader.CompleteAsync(error);
            _sending.Dispose();
        }
    }

    // What we ended ourselves is no error for the writer, who learns from its next flush that nobody sends any more.
    private IOException? ExplainSend(Exception error)
    {
        switch (error)
        {
            case SocketException socket:
                TryEnd(PipeShutdownKind.WriteSocketError, socket.SocketErrorCode);
                return socket.SocketErrorCode == SocketError.OperationAborted ? null : new IOException(socket.Message, socket);
            case ObjectDisposedException:
                TryEnd(PipeShutdownKind.WriteDisposed);
                return null;
            case IOException io:
                TryEnd(PipeShutdownKind.WriteIOException);
                return io;
            default:
                TryEnd(PipeShutdownKind.WriteException);
                return new IOException(error.Message, error);
        }
    }

    private async Task SendAsync(ReadOnlySequence<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Point(bytes);
            if (!Socket.SendAsync(_sending)) _sending.Complete();
            var sent = await _sending;
            Interlocked.Add(ref _bytesSent, sent);
            bytes = bytes.Slice(sent);
        }
    }

    private void Point(ReadOnlySequence<byte> bytes)
    {
        if (!bytes.IsSingleSegment && TryGather(bytes))
        {
            _sending.SetBuffer(default);
            _sending.BufferList = _segments;
            return;
        }

        _sending.BufferList = null;
        _sending.SetBuffer(MemoryMarshal.AsMemory(bytes.First));
    }

    private bool TryGather(ReadOnlySequence<byte> bytes)
    {
        _segments.Clear();
        foreach (var memory in bytes)
        {
            if (!MemoryMarshal.TryGetArray(memory, out var segment)) return false;
            _segments.Add(segment);
        }

        return true;
    }
}
