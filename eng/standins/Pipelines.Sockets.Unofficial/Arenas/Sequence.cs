namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>A run of elements whose type is not spoken of.</summary>
public readonly struct Sequence
{
    private readonly Array? _block;
    private readonly int _start, _length;

    internal Sequence(Array? block, int start, int length) => (_block, _start, _length) = (block, start, length);

    /// <summary>Number of elements.</summary>
    public long Length => _length;

    /// <summary>The run with its type.</summary>
    /// <exception cref="InvalidCastException">The elements are of another type.</exception>
    public Sequence<T> Cast<T>() => new((T[]?)_block, _start, _length);
}
