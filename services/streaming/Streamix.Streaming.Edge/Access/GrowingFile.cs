namespace Streamix.Streaming.Edge.Access;

/// <summary>A file that somebody else writes on: each look gives the lines that have come.</summary>
internal sealed class GrowingFile(string path) : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    private int _kept;

    /// <summary>Read so far.</summary>
    public long Bytes => _file.Position;

    /// <summary>Whole lines, without their ends; how many bytes have come.</summary>
    public int Read(LineReader line)
    {
        var came = 0;
        for (int read; (read = _file.Read(_buffer.AsSpan(_kept))) > 0; came += read)
            _kept = Cut(_buffer.AsSpan(0, _kept + read), line);
        return came;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What is left is the beginning of a line; one that does not fit is none of ours.</summary>
    private int Cut(Span<byte> text, LineReader line)
    {
        var rest = text;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            line(rest[..end]);
        if (rest.Length == _buffer.Length)
            return 0;
        rest.CopyTo(_buffer);
        return rest.Length;
    }
}

/// <summary>Takes a line.</summary>
internal delegate void LineReader(ReadOnlySpan<byte> line);
