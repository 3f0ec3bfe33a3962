using System.Net.Sockets;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>One HTTP/1.1 connection to a replica: a socket, and what was received but not yet read.</summary>
internal sealed class ServiceConnection(Socket socket, long openedAt) : IDisposable
{
    private const int LargestHead = 64 * 1024;
    private byte[] _buffer = new byte[8 * 1024];
    private int _start, _end;

    /// <summary>The headers of the last answer.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = new(16);

    public byte[] Outgoing { get; set; } = new byte[4 * 1024];

    public long OpenedAt => openedAt;

    public long IdleSince { get; set; }

    public bool WasUsed { get; set; }

    /// <summary>Bytes that nobody asked for; the next answer could not be told from them.</summary>
    public bool HasStrayBytes => _end > _start || socket.Available > 0;

    public ReadOnlyMemory<byte> Received => _buffer.AsMemory(_start, _end - _start);

    public async ValueTask SendAsync(int length, CancellationToken cancellationToken)
    {
        var rest = Outgoing.AsMemory(0, length);
        while (rest.Length > 0)
        {
            rest = rest[await socket.SendAsync(rest, SocketFlags.None, cancellationToken)..];
        }
    }

    /// <summary>Receives more behind what is there.</summary>
    /// <returns>False when the other side has ended.</returns>
    public async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None, cancellationToken);
        _end += count;
        return count > 0;
    }

    /// <summary>Receives past the buffer, which must be empty.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> into, CancellationToken cancellationToken) => socket.ReceiveAsync(into, SocketFlags.None, cancellationToken);

    public void Skip(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    public void Dispose() => socket.Dispose();

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= LargestHead)
        {
            throw new BadAnswerException("too long a head or chunk line");
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
