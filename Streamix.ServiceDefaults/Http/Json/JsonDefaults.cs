using System.Text.Json;
using System.Text.Json.Serialization;

namespace Streamix.ServiceDefaults.Http;

/// <summary>How Streamix reads and writes JSON, on the wire and in events.</summary>
public static class JsonDefaults
{
    /// <summary>Ready-made options, for clients and tests.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Applies the conventions: camelCase, enums by name, strict nullability, required constructor parameters, no duplicates.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new TextConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
