using System.Text.Json;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Names of fields as the caller knows them.</summary>
internal static class FieldNames
{
    /// <summary><c>Items[0].UnitPrice</c> becomes <c>items[0].unitPrice</c>.</summary>
    public static string Camel(string path) => path.Contains('.', StringComparison.Ordinal)
        ? string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName))
        : JsonNamingPolicy.CamelCase.ConvertName(path);
}
