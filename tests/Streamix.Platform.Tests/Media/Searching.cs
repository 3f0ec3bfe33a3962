using System.Net.Http.Json;
using System.Text.Json;

namespace Streamix.Platform.Tests.Media;

internal static class Searching
{
    /// <summary>The titles that a viewer finds, as often as they are in the answer.</summary>
    public static async Task<IReadOnlyList<Guid>> FindAsync(this HttpClient viewer, string words)
    {
        var found = await viewer.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(words)}");
        return [.. found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("titleId").GetGuid())];
    }
}
