namespace Streamix.Media.Catalog.Titles;

internal static class Rows
{
    /// <summary>Makes the rows equal to the wanted ones: rows of the same key stay and are written, the others go or come.</summary>
    public static void Become<TRow, TKey>(this List<TRow> rows, IEnumerable<TRow> wanted, Func<TRow, TKey> key, Action<TRow, TRow> write) where TKey : notnull
    {
        var left = wanted.ToDictionary(key);
        rows.RemoveAll(row => !left.ContainsKey(key(row)));
        foreach (var row in rows)
            if (left.Remove(key(row), out var other))
                write(row, other);
        rows.AddRange(left.Values);
    }
}
