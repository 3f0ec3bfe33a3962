using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial;

public partial class SocketConnection
{
    /// <summary>How many bytes stand where, for messages about time limits.</summary>
    public Counters GetCounters() => new(Available(), Length(_toSocket), Length(_fromSocket));

    private long Available()
    {
        try
        {
            return Socket.Available;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static long Length(Pipe pipe)
    {
        try
        {
            return Unconsumed(pipe);
        }
        catch (MissingMethodException)
        {
            return 0;
        }
    }

    // The public surface tells only through a read, which would take the bytes' turn.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Length")]
    private static extern long Unconsumed(Pipe pipe);

    /// <summary>Bytes on their way at one moment.</summary>
    public readonly struct Counters
    {
        internal Counters(long onSocket, long toSend, long toRead) =>
            (BytesAvailableOnSocket, BytesWaitingToBeSent, BytesWaitingToBeRead) = (onSocket, toSend, toRead);

        /// <summary>Received by the machine, not yet taken from the socket.</summary>
        public long BytesAvailableOnSocket { get; }

        /// <summary>Written to the pipe, not yet sent.</summary>
        public long BytesWaitingToBeSent { get; }

        /// <summary>Taken from the socket, not yet read from the pipe.</summary>
        public long BytesWaitingToBeRead { get; }
    }
}
