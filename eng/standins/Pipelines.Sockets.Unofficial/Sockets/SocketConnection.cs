using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>A connected socket as a duplex pipe: one loop fills <see cref="Input"/>, another drains <see cref="Output"/>.</summary>
public sealed partial class SocketConnection : IMeasuredDuplexPipe, IDisposable
{
    private readonly Pipe _toSocket, _fromSocket;
    private readonly SocketAwaitableEventArgs _receiving, _sending;
    private readonly SocketConnectionOptions _options;
    private readonly string _name;
    private int _shutdownKind;
    private long _bytesSent, _bytesRead;

    private SocketConnection(Socket socket, PipeOptions? send, PipeOptions? receive, SocketConnectionOptions options, string? name)
    {
        ArgumentNullException.ThrowIfNull(socket);
        send ??= PipeOptions.Default;
        receive ??= PipeOptions.Default;
        (Socket, _options, _name) = (socket, options, string.IsNullOrWhiteSpace(name) ? nameof(SocketConnection) : name.Trim());
        (_toSocket, _fromSocket) = (new Pipe(send), new Pipe(receive));
        (_sending, _receiving) = (new SocketAwaitableEventArgs(send.ReaderScheduler), new SocketAwaitableEventArgs(receive.WriterScheduler));
        Input = new InputReader(_fromSocket.Reader, this);
        Output = new OutputWriter(_toSocket.Writer, this);
        send.ReaderScheduler.Schedule(static self => _ = ((SocketConnection)self!).SendAsync(), this);
        receive.ReaderScheduler.Schedule(static self => _ = ((SocketConnection)self!).ReceiveAsync(), this);
    }

    /// <summary>What the socket received.</summary>
    public PipeReader Input { get; }

    /// <summary>What the socket is to send; completing it ends the sending side after the last byte.</summary>
    public PipeWriter Output { get; }

    /// <summary>The socket underneath.</summary>
    public Socket Socket { get; }

    /// <summary>How the connection first came to its end.</summary>
    public PipeShutdownKind ShutdownKind => (PipeShutdownKind)Volatile.Read(ref _shutdownKind);

    /// <summary>The socket's error when <see cref="ShutdownKind"/> speaks of one.</summary>
    public SocketError SocketError { get; private set; }

    /// <summary>Bytes received so far.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <summary>Bytes sent so far.</summary>
    public long BytesSent => Volatile.Read(ref _bytesSent);

    /// <summary>Bytes of the last receive.</summary>
    public int LastReceived { get; private set; }

    long IMeasuredDuplexPipe.TotalBytesSent => BytesSent;

    long IMeasuredDuplexPipe.TotalBytesReceived => BytesRead;

    /// <summary>Starts both loops over a connected socket.</summary>
    /// <param name="socket">Owned by the connection from here on.</param>
    /// <param name="sendPipeOptions">Limits and schedulers of <see cref="Output"/>.</param>
    /// <param name="receivePipeOptions">Limits and schedulers of <see cref="Input"/>.</param>
    /// <param name="socketConnectionOptions">How to wait for bytes.</param>
    /// <param name="name">Shown by <see cref="ToString"/>.</param>
    public static SocketConnection Create(
        Socket socket,
        PipeOptions? sendPipeOptions,
        PipeOptions? receivePipeOptions,
        SocketConnectionOptions socketConnectionOptions = SocketConnectionOptions.None,
        string? name = null) => new(socket, sendPipeOptions, receivePipeOptions, socketConnectionOptions, name);

    /// <summary>Does nothing: on .NET no dependency can be missing.</summary>
    public static void AssertDependencies()
    {
    }

    /// <summary>Sends small packets at once (TCP only).</summary>
    public static void SetRecommendedClientOptions(Socket socket)
    {
        if (socket.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) socket.NoDelay = true;
    }

    /// <summary>Notes that the protocol ended the connection; false for other kinds and when it had ended before.</summary>
    public bool TrySetProtocolShutdown(PipeShutdownKind kind) =>
        kind is PipeShutdownKind.ProtocolExitClient or PipeShutdownKind.ProtocolExitServer && TryEnd(kind);

    /// <summary>Closes the socket and ends both loops.</summary>
    public void Dispose()
    {
        TryEnd(PipeShutdownKind.PipeDisposed);
        Shutdown(SocketShutdown.Both);
        Socket.Dispose();
        _receiving.Abort();
        _sending.Abort();
    }

    /// <inheritdoc/>
    public override string ToString() => _name;

    private bool TryEnd(PipeShutdownKind kind, SocketError error = SocketError.Success)
    {
        if (Interlocked.CompareExchange(ref _shutdownKind, (int)kind, (int)PipeShutdownKind.None) != (int)PipeShutdownKind.None) return false;
        SocketError = error;
        return true;
    }

    private void Shutdown(SocketShutdown side)
    {
        try
        {
            Socket.Shutdown(side);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already, which is what was wanted.
        }
    }
}
