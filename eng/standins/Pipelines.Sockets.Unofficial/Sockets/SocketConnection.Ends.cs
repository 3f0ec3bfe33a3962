using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

public partial class SocketConnection
{
    private sealed class InputReader(PipeReader reader, SocketConnection connection) : PipeReader
    {
        public override void Complete(Exception? exception = null)
        {
            connection.TryEnd(PipeShutdownKind.InputReaderCompleted, (exception as SocketException)?.SocketErrorCode ?? SocketError.Success);
            connection.Shutdown(SocketShutdown.Receive);
            reader.Complete(exception);
        }

        public override void AdvanceTo(SequencePosition consumed) => reader.AdvanceTo(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => reader.AdvanceTo(consumed, examined);

        public override void CancelPendingRead() => reader.CancelPendingRead();

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => reader.ReadAsync(cancellationToken);

        public override bool TryRead(out ReadResult result) => reader.TryRead(out result);
    }

    private sealed class OutputWriter(PipeWriter writer, SocketConnection connection) : PipeWriter
    {
        public override bool CanGetUnflushedBytes => writer.CanGetUnflushedBytes;

        public override long UnflushedBytes => writer.UnflushedBytes;

        public override void Complete(Exception? exception = null)
        {
            connection.TryEnd(PipeShutdownKind.OutputWriterCompleted, (exception as SocketException)?.SocketErrorCode ?? SocketError.Success);
            writer.Complete(exception);
        }

        public override void Advance(int bytes) => writer.Advance(bytes);

        public override void CancelPendingFlush() => writer.CancelPendingFlush();

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => writer.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => writer.WriteAsync(source, cancellationToken);

        public override Memory<byte> GetMemory(int sizeHint = 0) => writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => writer.GetSpan(sizeHint);
    }
}
