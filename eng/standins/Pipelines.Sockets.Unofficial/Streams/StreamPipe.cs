using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

internal sealed class StreamPipe : IMeasuredDuplexPipe
{
    private readonly Stream _stream;
    private readonly Pipe _fromStream;
    private readonly Pipe? _toStream;
    private readonly string _name;
    private long _sent, _received;

    public StreamPipe(Stream stream, PipeOptions? send, PipeOptions receive, string? name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (send is not null && !stream.CanWrite) throw new ArgumentException("The stream cannot be written.", nameof(stream));
        (_stream, _name) = (stream, string.IsNullOrWhiteSpace(name) ? nameof(StreamPipe) : name.Trim());

        _fromStream = new Pipe(receive);
        receive.ReaderScheduler.Schedule(static self => _ = ((StreamPipe)self!).ReceiveAsync(), this);
        if (send is null) return;
        _toStream = new Pipe(send);
        send.ReaderScheduler.Schedule(static self => _ = ((StreamPipe)self!).SendAsync(), this);
    }

    public PipeReader Input => _fromStream.Reader;

    public PipeWriter Output => _toStream?.Writer ?? throw new InvalidOperationException("This end only reads.");

    public long TotalBytesSent => Volatile.Read(ref _sent);

    public long TotalBytesReceived => Volatile.Read(ref _received);

    public override string ToString() => _name;

    private async Task ReceiveAsync()
    {
        var writer = _fromStream.Writer;
        Exception? error = null;
        try
        {
            while (await _stream.ReadAsync(writer.GetMemory()) is var received and not 0)
            {
                writer.Advance(received);
                Interlocked.Add(ref _received, received);
                var flush = await writer.FlushAsync();
                if (flush.IsCompleted || flush.IsCanceled) break;
            }
        }
        catch (Exception e)
        {
            error = e;
        }

        await writer.CompleteAsync(error);
    }

    private async Task SendAsync()
    {
        var reader = _toStream!.Reader;
        Exception? error = null;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync();
                if (read.IsCanceled) break;
                foreach (var memory in read.Buffer) await _stream.WriteAsync(memory);
                Interlocked.Add(ref _sent, read.Buffer.Length);
                reader.AdvanceTo(read.Buffer.End);
                await _stream.FlushAsync();
                if (read.IsCompleted) break;
            }
        }
        catch (Exception e)
        {
            error = e;
        }

        await reader.CompleteAsync(error);
    }
}
