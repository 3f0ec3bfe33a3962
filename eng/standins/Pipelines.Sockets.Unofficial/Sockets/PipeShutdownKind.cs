namespace Pipelines.Sockets.Unofficial;

/// <summary>How a connection first came to its end: 1xx while receiving, 2xx while sending, 3xx by its owner, 4xx by protocol.</summary>
public enum PipeShutdownKind
{
    /// <summary>Still open.</summary>
    None = 0,
    /// <summary>The connection was disposed.</summary>
    PipeDisposed = 1,
    /// <summary>The other side ended its stream.</summary>
    ReadEndOfStream = 100,
    /// <summary>The socket was disposed while receiving.</summary>
    ReadDisposed = 101,
    /// <summary>Receiving met an I/O error.</summary>
    ReadIOException = 102,
    /// <summary>Receiving met another error.</summary>
    ReadException = 103,
    /// <summary>Receiving met a socket error.</summary>
    ReadSocketError = 104,
    /// <summary>Nobody reads any more.</summary>
    ReadFlushCompleted = 105,
    /// <summary>The flush of received bytes was cancelled.</summary>
    ReadFlushCanceled = 106,
    /// <summary>All that was written has been sent and nothing follows.</summary>
    WriteEndOfStream = 200,
    /// <summary>The socket was disposed while sending.</summary>
    WriteDisposed = 201,
    /// <summary>Sending met an I/O error.</summary>
    WriteIOException = 203,
    /// <summary>Sending met another error.</summary>
    WriteException = 204,
    /// <summary>Sending met a socket error.</summary>
    WriteSocketError = 205,
    /// <summary>The input's reader was completed.</summary>
    InputReaderCompleted = 300,
    /// <summary>The input's writer was completed.</summary>
    InputWriterCompleted = 301,
    /// <summary>The output's reader was completed.</summary>
    OutputReaderCompleted = 302,
    /// <summary>The output's writer was completed.</summary>
    OutputWriterCompleted = 303,
    /// <summary>The client ended the conversation.</summary>
    ProtocolExitClient = 400,
    /// <summary>The server ended the conversation.</summary>
    ProtocolExitServer = 401,
}
