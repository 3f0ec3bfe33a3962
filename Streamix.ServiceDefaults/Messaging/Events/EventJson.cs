using System.Text.Json;
using System.Text.Json.Serialization;

namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>The one way events become JSON; contract tests serialise through it.</summary>
public static class EventJson
{
    /// <summary>camelCase, enums by name, unknown members ignored (contracts grow), missing required members refused.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
