namespace Aspire.Hosting;

internal static class ConnectionVariables
{
    public static void Add(Dictionary<string, object> variables, IResourceWithConnectionString resource, string connectionName, bool optional)
    {
        variables[resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName}"] = new ConnectionStringReference(resource, optional);
        var prefix = connectionName.Length == 0 ? "" : $"{VariableName.Of(connectionName).ToUpperInvariant()}_";
        foreach (var (name, value) in resource.GetConnectionProperties())
            variables[prefix + name.ToUpperInvariant()] = value;
        foreach (var property in resource.Annotations.OfType<ConnectionPropertyAnnotation>())
            variables[prefix + property.Name.ToUpperInvariant()] = property.Value;
    }
}
