using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Builds the ORDER BY and the "after this row" condition of an order.</summary>
internal static class Keyset
{
    public static IQueryable<T> Sorted<T>(IQueryable<T> source, Order<T> order)
    {
        var query = source.Expression;
        for (var i = 0; i < order.Columns.Count; i++)
        {
            var column = order.Columns[i];
            var method = (i == 0 ? "OrderBy" : "ThenBy") + (column.Descending ? "Descending" : "");
            query = Expression.Call(typeof(Queryable), method, [typeof(T), column.Type], query, Expression.Quote(column.Column));
        }
        return source.Provider.CreateQuery<T>(query);
    }

    /// <summary><c>a &gt; x or (a = x and (b &gt; y or …))</c>, with the comparison turned for descending columns.</summary>
    public static IQueryable<T> After<T>(IQueryable<T> source, Order<T> order, object?[] values)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression? condition = null;
        for (var i = order.Columns.Count - 1; i >= 0; i--)
        {
            var column = Column(order.Columns[i], row);
            var value = Parameter(order.Columns[i].Type, values[i]);
            var beyond = Beyond(order.Columns[i], column, value);
            condition = condition is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(column, value), condition));
        }
        return source.Where(Expression.Lambda<Func<T, bool>>(condition!, row));
    }

    private static Expression Column(OrderColumn column, ParameterExpression row) => new Rebind(column.Column.Parameters[0], row).Visit(column.Column.Body);

    private static BinaryExpression Beyond(OrderColumn order, Expression column, Expression value)
    {
        if (order.Type == typeof(string))
        {
            var compared = Expression.Call(typeof(string), nameof(string.Compare), null, column, value);
            return order.Descending ? Expression.LessThan(compared, Expression.Constant(0)) : Expression.GreaterThan(compared, Expression.Constant(0));
        }
        return order.Descending ? Expression.LessThan(column, value) : Expression.GreaterThan(column, value);
    }

    /// <summary>A field of a captured object, which EF Core sends as a parameter and thus keeps one query plan.</summary>
    private static MemberExpression Parameter(Type type, object? value)
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(box), nameof(StrongBox<int>.Value));
    }

    private sealed class Rebind(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
