namespace Pipelines.Sockets.Unofficial;

/// <summary>The other side reset the connection.</summary>
public sealed class ConnectionResetException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>This side gave the connection up.</summary>
public sealed class ConnectionAbortedException(string message, Exception? inner = null) : OperationCanceledException(message, inner);
