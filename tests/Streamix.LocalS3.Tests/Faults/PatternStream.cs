namespace Streamix.LocalS3.Tests.Faults;

/// <summary>Bytes that follow from their position, so that any range of a huge object can be judged without keeping it.</summary>
internal sealed class PatternStream(long start, long length) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value;
    }

    public static byte At(long position) => (byte)((position * 31) ^ (position >> 8) ^ (position >> 20));

    public override int Read(byte[] buffer, int offset, int count)
    {
        var take = (int)Math.Min(count, length - position);
        for (var i = 0; i < take; i++)
            buffer[offset + i] = At(start + position + i);
        position += take;
        return take;
    }

    public override long Seek(long offset, SeekOrigin origin) => position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
