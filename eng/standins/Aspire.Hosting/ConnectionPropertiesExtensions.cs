namespace Aspire.Hosting;

/// <summary>Connection properties of resources that belong to others.</summary>
public static class ConnectionPropertiesExtensions
{
    /// <summary>The properties of <paramref name="source"/>, then more; later ones replace earlier ones of the same name.</summary>
    public static IEnumerable<KeyValuePair<string, ReferenceExpression>> CombineProperties(this IResourceWithConnectionString source, IEnumerable<KeyValuePair<string, ReferenceExpression>> additional)
    {
        var combined = new OrderedDictionary<string, ReferenceExpression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in source.GetConnectionProperties().Concat(additional))
            combined[name] = value;
        return combined;
    }
}
