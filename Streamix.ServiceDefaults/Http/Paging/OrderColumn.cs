using System.Linq.Expressions;

namespace Streamix.ServiceDefaults.Http;

internal sealed record OrderColumn(LambdaExpression Column, Type Type, bool Descending)
{
    public Func<T, object?> Compile<T>() =>
        Expression.Lambda<Func<T, object?>>(Expression.Convert(Column.Body, typeof(object)), Column.Parameters).Compile(preferInterpretation: true);
}
