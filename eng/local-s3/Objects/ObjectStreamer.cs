using System.Buffers;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Objects;

/// <summary>Sends a range of an object: while one block goes out, the next is read.</summary>
internal sealed class ObjectStreamer(BlobStore blobs)
{
    private const int BlockSize = 256 << 10;

    public async Task SendAsync(ObjectRecord record, ByteRange range, Func<ReadOnlyMemory<byte>, ValueTask> sink, CancellationToken cancellation)
    {
        var start = 0L;
        foreach (var segment in record.Segments)
        {
            var from = Math.Max(range.First, start);
            var to = Math.Min(range.First + range.Length, start + segment.Size);
            if (to > from)
                await SendSegmentAsync(segment, from - start, to - from, sink, cancellation);
            start += segment.Size;
        }
    }

    private async Task SendSegmentAsync(
        Segment segment, long offset, long count, Func<ReadOnlyMemory<byte>, ValueTask> sink, CancellationToken cancellation)
    {
        using var file = blobs.Open(segment.Blob);
        var (front, back) = (ArrayPool<byte>.Shared.Rent(BlockSize), ArrayPool<byte>.Shared.Rent(BlockSize));
        var sending = Task.CompletedTask;
        try
        {
            while (count > 0)
            {
                var block = front.AsMemory(0, (int)Math.Min(count, BlockSize));
                var read = await RandomAccess.ReadAsync(file, block, offset, cancellation);
                if (read == 0)
                    throw new EndOfStreamException($"Blob {segment.Blob} is shorter than its record says.");
                await sending;
                sending = sink(block[..read]).AsTask();
                (front, back) = (back, front);
                (offset, count) = (offset + read, count - read);
            }
            await sending;
        }
        finally
        {
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(front);
            ArrayPool<byte>.Shared.Return(back);
        }
    }
}
