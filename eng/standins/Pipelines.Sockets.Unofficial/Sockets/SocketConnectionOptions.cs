namespace Pipelines.Sockets.Unofficial;

/// <summary>How a <see cref="SocketConnection"/> waits for bytes.</summary>
[Flags]
public enum SocketConnectionOptions
{
    /// <summary>With a buffer at hand.</summary>
    None = 0,
    /// <summary>With an empty read first, so that an idle connection holds no buffer.</summary>
    ZeroLengthReads = 1,
}
