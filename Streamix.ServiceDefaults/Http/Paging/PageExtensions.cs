using Microsoft.EntityFrameworkCore;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Reads pages by keyset, so that the thousandth page costs what the first one does.</summary>
public static class PageExtensions
{
    /// <summary>Reads one page of <paramref name="source"/>, which is filtered but not ordered.</summary>
    /// <param name="view">What the caller sees of a row; applied in memory to the rows of the page only.</param>
    /// <exception cref="ProblemException">400: limit out of bounds, or not a cursor of this list.</exception>
    public static async Task<Page<TView>> ToPageAsync<T, TView>(
        this IQueryable<T> source, PageQuery query, Order<T> order, Func<T, TView> view, CancellationToken cancellationToken = default)
    {
        var size = query.Size;
        var rows = await Keyset.Sorted(Positioned(source, query, order), order).Take(size + 1).ToListAsync(cancellationToken);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        return new([.. rows.Select(view)], more ? Cursor.Write(order.Name, [.. order.Read.Select(read => read(rows[^1]))]) : null);
    }

    private static IQueryable<T> Positioned<T>(IQueryable<T> source, PageQuery query, Order<T> order)
    {
        if (string.IsNullOrEmpty(query.After))
            return source;
        return Cursor.TryRead(order.Name, query.After, order.Types, out var values)
            ? Keyset.After(source, order, values)
            : throw ProblemException.BadRequest("after", "is not a cursor of this list");
    }
}
