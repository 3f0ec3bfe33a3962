using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Hands out runs of elements that all live until the next <see cref="Reset"/>. For one thread at a time.</summary>
public sealed class Arena<T> : IDisposable
{
    private const int DefaultBlockBytes = 128 * 1024;
    private readonly int _blockLength;
    private readonly Stack<(T[] Block, int Used)> _full = new();
    private T[] _block = [];
    private int _used;
    private bool _disposed;

    /// <summary>An arena over arrays of the shared pool.</summary>
    /// <exception cref="NotSupportedException">A retention policy or an allocator of one's own.</exception>
    public Arena(ArenaOptions? options = null, Allocator<T>? allocator = null)
    {
        if (options?.RetentionPolicy is not null || allocator is not null)
            throw new NotSupportedException("This arena takes its blocks from the shared pool and keeps one of them.");
        var bytes = options is { BlockSizeBytes: > 0 } ? options.BlockSizeBytes : DefaultBlockBytes;
        _blockLength = Math.Max(1, bytes / Unsafe.SizeOf<T>());
    }

    /// <summary>A run of <paramref name="length"/> default elements, in one piece.</summary>
    public Sequence<T> Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (length == 0) return default;
        if (_block.Length - _used < length) NextBlock(length);
        var run = new Sequence<T>(_block, _used, length);
        _used += length;
        return run;
    }

    /// <summary>Takes back everything handed out; one block is kept for the next round.</summary>
    public void Reset()
    {
        Array.Clear(_block, 0, _used);
        _used = 0;
        while (_full.TryPop(out var full))
        {
            Array.Clear(full.Block, 0, full.Used);
            ArrayPool<T>.Shared.Return(full.Block);
        }

        if (_block.Length > 2 * _blockLength) Return();
    }

    /// <summary>Gives all memory back.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        Reset();
        Return();
        _disposed = true;
    }

    private void NextBlock(int length)
    {
        if (_used > 0) _full.Push((_block, _used));
        else Return();
        _block = ArrayPool<T>.Shared.Rent(Math.Max(length, _blockLength));
        Array.Clear(_block);
        _used = 0;
    }

    private void Return()
    {
        if (_block.Length > 0) ArrayPool<T>.Shared.Return(_block);
        _block = [];
    }
}
