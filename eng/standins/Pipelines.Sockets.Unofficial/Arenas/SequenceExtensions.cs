namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Makes one thing of another.</summary>
public delegate TTo Projection<TFrom, out TTo>(in TFrom x);

/// <summary>Makes one thing of another and of something they share.</summary>
public delegate TTo Projection<TFrom, TState, out TTo>(in TFrom x, in TState state);

/// <summary>Projections of runs.</summary>
public static class SequenceExtensions
{
    /// <summary>The projected elements as an array.</summary>
    public static TTo[] ToArray<T, TTo>(this in Sequence<T> source, Projection<T, TTo> projection)
    {
        if (source.IsEmpty) return [];
        var result = new TTo[source.Length];
        source.CopyTo(result, projection);
        return result;
    }

    /// <summary>The projected elements as an array.</summary>
    public static TTo[] ToArray<T, TState, TTo>(this in Sequence<T> source, Projection<T, TState, TTo> projection, in TState state)
    {
        if (source.IsEmpty) return [];
        var result = new TTo[source.Length];
        var items = source.FirstSpan;
        for (var i = 0; i < items.Length; i++) result[i] = projection(in items[i], in state);
        return result;
    }

    /// <summary>Writes the projected elements to a span that has room for all.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public static void CopyTo<T, TTo>(this in Sequence<T> source, Span<TTo> destination, Projection<T, TTo> projection)
    {
        var items = source.FirstSpan;
        if (destination.Length < items.Length) throw new ArgumentException("The destination is too short.", nameof(destination));
        for (var i = 0; i < items.Length; i++) destination[i] = projection(in items[i]);
    }
}
