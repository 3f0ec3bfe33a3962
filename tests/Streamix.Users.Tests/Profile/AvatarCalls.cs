using System.Net.Http.Headers;
using System.Text.Json;
using SkiaSharp;

namespace Streamix.Users.Tests.Profile;

internal static class AvatarCalls
{
    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, Guid id, byte[] picture, string type = "application/octet-stream") =>
        client.PostAsync($"/profiles/{id}/avatar", new ByteArrayContent(picture) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } });

    /// <summary>The addresses of a profile's picture, by size.</summary>
    public static async Task<Dictionary<int, string>> ImagesAsync(this HttpClient client, Guid id) => Images(await client.ReadAsync(id));

    public static async Task<Dictionary<int, string>> UploadedAsync(this HttpClient client, Guid id, byte[] picture) =>
        Images(await ProfileHost.JsonAsync(await client.UploadAsync(id, picture)));

    public static async Task<SKBitmap> PixelsAsync(this HttpClient client, string address) => SKBitmap.Decode(await client.GetByteArrayAsync(address));

    private static Dictionary<int, string> Images(JsonElement profile) => profile.GetProperty("avatar").GetProperty("images").EnumerateArray()
        .ToDictionary(i => i.GetProperty("size").GetInt32(), i => i.GetProperty("url").GetString()!);
}
