namespace Aspire.Hosting;

internal static class References
{
    /// <summary>The resources a value is made of.</summary>
    public static IEnumerable<IResource> Of(object value) => value switch
    {
        IResource resource => [resource],
        IValueWithReferences references => references.References.SelectMany(Of).Distinct(),
        _ => [],
    };
}
