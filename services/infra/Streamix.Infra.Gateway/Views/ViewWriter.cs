using System.Text.Json;

namespace Streamix.Infra.Gateway.Views;

/// <summary><c>{ "parts": { name: … }, "missing": [ { "part": name, "reason": … } ] }</c></summary>
internal static class ViewWriter
{
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<PartAnswer> parts)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "private, no-cache";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        Write(json, parts);
        await json.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<PartAnswer> parts)
    {
        json.WriteStartObject();
        json.WriteStartObject("parts");
        foreach (var part in parts.Where(p => p.IsPresent))
        {
            json.WritePropertyName(part.Name);
            json.WriteRawValue(part.Json.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.WriteStartArray("missing");
        foreach (var part in parts.Where(p => !p.IsPresent))
        {
            json.WriteStartObject();
            json.WriteString("part", part.Name);
            json.WriteString("reason", part.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
