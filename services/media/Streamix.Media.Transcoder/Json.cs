using System.Text.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder;

/// <summary>What the columns of JSON hold.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonDefaults.Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonDefaults.Options) ?? throw new JsonException("null");
}
