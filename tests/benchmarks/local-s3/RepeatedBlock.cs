namespace Streamix.Benchmarks.LocalS3;

/// <summary>A stream of one block over and over, so that the client costs as little as it can.</summary>
internal sealed class RepeatedBlock(byte[] block, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var at = (int)(Position % block.Length);
        var take = (int)Math.Min(Math.Min(buffer.Length, block.Length - at), length - Position);
        block.AsSpan(at, take).CopyTo(buffer);
        Position += take;
        return take;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
