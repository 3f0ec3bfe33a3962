namespace Streamix.Streaming.Edge.Caches;

/// <summary>How far an order is.</summary>
internal sealed class CacheTally
{
    private int _objects;
    private long _bytes;
    private int _failed;

    public int Objects => Volatile.Read(ref _objects);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Objects that could not be fetched.</summary>
    public int Failed => Volatile.Read(ref _failed);

    public void Fail() => Interlocked.Increment(ref _failed);

    public void Add(long bytes)
    {
        Interlocked.Increment(ref _objects);
        Interlocked.Add(ref _bytes, bytes);
    }
}
