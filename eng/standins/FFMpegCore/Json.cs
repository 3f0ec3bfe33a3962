using System.Globalization;
using System.Text.Json;

namespace FFMpegCore;

/// <summary>Reads what ffprobe writes: numbers are now and then text.</summary>
internal static class Json
{
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    public static int? Number(JsonElement element, string name) => int.TryParse(Text(element, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Hours may be more than a day has.</summary>
    public static TimeSpan Duration(JsonElement element, string name)
    {
        var total = 0.0;
        foreach (var part in (Text(element, name) ?? "").Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return TimeSpan.Zero;
            total = total * 60 + value;
        }

        return total is > 0 and < 9e11 ? TimeSpan.FromMilliseconds(Math.Round(total * 1000)) : TimeSpan.Zero;
    }
}
