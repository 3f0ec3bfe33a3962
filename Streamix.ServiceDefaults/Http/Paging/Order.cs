using System.Linq.Expressions;

namespace Streamix.ServiceDefaults.Http;

/// <summary>A total order of a list: the last column must be unique. Columns are not null.</summary>
/// <example><c>Order.Descending((Note n) => n.UpdatedAt).ThenDescending(n => n.Id)</c></example>
public static class Order
{
    /// <summary>Smallest first.</summary>
    public static Order<T> Ascending<T, TKey>(Expression<Func<T, TKey>> column) => new([new(column, typeof(TKey), false)]);

    /// <summary>Largest first.</summary>
    public static Order<T> Descending<T, TKey>(Expression<Func<T, TKey>> column) => new([new(column, typeof(TKey), true)]);
}

/// <inheritdoc cref="Order"/>
public sealed class Order<T>
{
    internal Order(IReadOnlyList<OrderColumn> columns)
    {
        Columns = columns;
        Name = $"{typeof(T).Name}:{string.Join(',', columns.Select(c => $"{(c.Descending ? "-" : "+")}{c.Column.Body}"))}";
        Types = [.. columns.Select(c => c.Type)];
        Read = [.. columns.Select(c => c.Compile<T>())];
    }

    internal IReadOnlyList<OrderColumn> Columns { get; }

    internal string Name { get; }

    internal Type[] Types { get; }

    internal Func<T, object?>[] Read { get; }

    /// <summary>A further column, smallest first.</summary>
    public Order<T> ThenAscending<TKey>(Expression<Func<T, TKey>> column) => new([.. Columns, new(column, typeof(TKey), false)]);

    /// <summary>A further column, largest first.</summary>
    public Order<T> ThenDescending<TKey>(Expression<Func<T, TKey>> column) => new([.. Columns, new(column, typeof(TKey), true)]);
}
