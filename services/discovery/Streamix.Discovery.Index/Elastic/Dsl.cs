namespace Streamix.Discovery.Index.Elastic;

/// <summary>Pieces of Elasticsearch's query language.</summary>
internal static class Dsl
{
    public static object Term(string field, object value) => One("term", One(field, new { value }));

    public static object Terms(string field, IEnumerable<string> values) => One("terms", One(field, values));

    public static object Exists(string field) => new { exists = new { field } };

    public static object Range(string field, object? gte = null, object? gt = null, object? lte = null) => One("range", One(field, new { gte, gt, lte }));

    public static object Sort(string field, string order) => One(field, new { order });

    public static object All(params IEnumerable<object> filter) => new { @bool = new { filter } };

    public static object Any(params IEnumerable<object> should) => new { @bool = new { should, minimum_should_match = 1 } };

    public static object Not(object query) => new { @bool = new { must_not = (object[])[query] } };

    public static object Nested(string path, object query) => new { nested = new { path, query } };

    public static object Constant(object filter, double boost) => new { constant_score = new { filter, boost } };

    public static Dictionary<string, object> One(string name, object value) => new(StringComparer.Ordinal) { [name] = value };
}
