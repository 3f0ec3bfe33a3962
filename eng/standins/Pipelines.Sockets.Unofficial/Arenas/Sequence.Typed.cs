namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>A run of elements in an arena. Valid until the arena's reset.</summary>
public readonly struct Sequence<T>
{
    private readonly T[]? _block;
    private readonly int _start, _length;

    internal Sequence(T[]? block, int start, int length) => (_block, _start, _length) = (block, start, length);

    /// <summary>Number of elements.</summary>
    public long Length => _length;

    /// <summary>Whether there is no element.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Whether all elements are in one piece, which they always are here.</summary>
    public bool IsSingleSegment => true;

    /// <summary>The first piece: all of them.</summary>
    public Span<T> FirstSpan => new(_block, _start, _length);

    /// <summary>The pieces.</summary>
    public SpanEnumerable Spans => new(FirstSpan);

    /// <summary>The element at an index from 0.</summary>
    public ref T this[int index] => ref FirstSpan[index];

    /// <summary>The same run without its type.</summary>
    public Sequence Untyped() => new(_block, _start, _length);

    /// <summary>Starts a walk over the elements.</summary>
    public Enumerator GetEnumerator() => new(FirstSpan);

    /// <summary>A walk over the elements.</summary>
    public ref struct Enumerator
    {
        private readonly Span<T> _items;
        private int _index = -1;

        internal Enumerator(Span<T> items) => _items = items;

        /// <summary>The element the walk stands on.</summary>
        public readonly ref T Current => ref _items[_index];

        /// <summary>Goes to the next element; false after the last.</summary>
        public bool MoveNext() => ++_index < _items.Length;

        /// <summary>Goes to the next element and returns it.</summary>
        /// <exception cref="IndexOutOfRangeException">There is none.</exception>
        public ref T GetNext() => ref _items[++_index];
    }

    /// <summary>The pieces of a run.</summary>
    public readonly ref struct SpanEnumerable
    {
        private readonly Span<T> _items;

        internal SpanEnumerable(Span<T> items) => _items = items;

        /// <summary>Starts a walk over the pieces.</summary>
        public SpanEnumerator GetEnumerator() => new(_items);
    }

    /// <summary>A walk over the pieces.</summary>
    public ref struct SpanEnumerator
    {
        private bool _given;

        internal SpanEnumerator(Span<T> items)
        {
            Current = items;
            _given = items.IsEmpty;
        }

        /// <summary>The piece the walk stands on.</summary>
        public Span<T> Current { get; }

        /// <summary>Goes to the next piece; false after the last.</summary>
        public bool MoveNext() => !_given && (_given = true);
    }
}
