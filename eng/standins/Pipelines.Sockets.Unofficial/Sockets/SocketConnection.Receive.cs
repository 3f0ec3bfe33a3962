using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

public partial class SocketConnection
{
    private async Task ReceiveAsync()
    {
        Exception? error = null;
        try
        {
            while (await FillAsync())
            {
                var flush = await _fromSocket.Writer.FlushAsync();
                if (!flush.IsCompleted && !flush.IsCanceled) continue;
                TryEnd(flush.IsCompleted ? PipeShutdownKind.ReadFlushCompleted : PipeShutdownKind.ReadFlushCanceled);
                break;
            }
        }
        catch (Exception e)
        {
            error = ExplainReceive(e);
        }
        finally
        {
            Shutdown(SocketShutdown.Receive);
            await _fromSocket.Writer.CompleteAsync(error);
            _receiving.Dispose();
        }
    }

    private async Task<bool> FillAsync()
    {
        if (_options.HasFlag(SocketConnectionOptions.ZeroLengthReads) && Socket.Available == 0)
            await ReceiveAsync(Memory<byte>.Empty);
        var received = await ReceiveAsync(_fromSocket.Writer.GetMemory());
        LastReceived = received;
        if (received == 0)
        {
            TryEnd(PipeShutdownKind.ReadEndOfStream);
            return false;
        }

        _fromSocket.Writer.Advance(received);
        Interlocked.Add(ref _bytesRead, received);
        return true;
    }

    private SocketAwaitableEventArgs ReceiveAsync(Memory<byte> buffer)
    {
        _receiving.SetBuffer(buffer);
        if (!Socket.ReceiveAsync(_receiving)) _receiving.Complete();
        return _receiving;
    }

    private Exception ExplainReceive(Exception error)
    {
        switch (error)
        {
            case SocketException { SocketErrorCode: SocketError.ConnectionReset } reset:
                TryEnd(PipeShutdownKind.ReadSocketError, reset.SocketErrorCode);
                return new ConnectionResetException(reset.Message, reset);
            case SocketException { SocketErrorCode: SocketError.OperationAborted or SocketError.ConnectionAborted or SocketError.Interrupted or SocketError.InvalidArgument } aborted:
                TryEnd(PipeShutdownKind.ReadSocketError, aborted.SocketErrorCode);
                return new ConnectionAbortedException(aborted.Message, aborted);
            case SocketException failed:
                TryEnd(PipeShutdownKind.ReadSocketError, failed.SocketErrorCode);
                return new IOException(failed.Message, failed);
            case ObjectDisposedException:
                TryEnd(PipeShutdownKind.ReadDisposed);
                return new ConnectionAbortedException(error.Message, error);
            case IOException io:
                TryEnd(PipeShutdownKind.ReadIOException);
                return io;
            default:
                TryEnd(PipeShutdownKind.ReadException);
                return new IOException(error.Message, error);
        }
    }
}
