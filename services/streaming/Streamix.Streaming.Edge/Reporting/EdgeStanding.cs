namespace Streamix.Streaming.Edge.Reporting;

/// <summary>How this edge is.</summary>
internal sealed class EdgeStanding
{
    private volatile bool _isServing;
    private volatile int _connections;
    private volatile int _process;
    private long _cacheBytes;

    public bool IsServing { get => _isServing; set => _isServing = value; }

    public int Connections { get => _connections; set => _connections = value; }

    /// <summary>nginx's own; 0 before it was started.</summary>
    public int Process { get => _process; set => _process = value; }

    public long CacheBytes { get => Interlocked.Read(ref _cacheBytes); set => Interlocked.Exchange(ref _cacheBytes, value); }
}
