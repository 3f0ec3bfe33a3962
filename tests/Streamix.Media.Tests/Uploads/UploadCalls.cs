using System.Security.Cryptography;
using System.Text.Json;
using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Uploads;

/// <summary>An upload as a client does it.</summary>
internal static class UploadCalls
{
    public const string Route = "/catalog/uploads";
    public const int PartBytes = 8 << 20;
    private static readonly HttpClient Store = new();

    /// <summary>Bytes that are all different from those of another seed.</summary>
    public static byte[] File(int bytes, int seed = 1)
    {
        var file = new byte[bytes];
        new Random(seed).NextBytes(file);
        return file;
    }

    public static Task<HttpResponseMessage> StartAsync(this HttpClient client, Guid title, long bytes, string checksum = "none", string? key = null, string name = "movie.mov")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Route) { Content = JsonContent.Create(new { titleId = title, fileName = name, bytes, checksum }) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    public static async Task<Sending> StartedAsync(this AssetScene scene, Guid title, byte[] file, string checksum = "none") =>
        scene.Sending(await CatalogHost.JsonAsync(await scene.Editor.StartAsync(title, file.Length, checksum)), file);

    public static Sending Sending(this AssetScene scene, JsonElement started, byte[] file)
    {
        var upload = started.GetProperty("upload");
        return new(() => scene.Editor, upload.GetProperty("id").GetGuid(), upload.GetProperty("assetId").GetGuid(), file)
        {
            Urls = [.. started.GetProperty("urls").GetProperty("items").EnumerateArray()],
        };
    }

    /// <summary>An upload from its start to its end.</summary>
    public static async Task<Sending> UploadedAsync(this AssetScene scene, Guid title, byte[] file)
    {
        var sending = await scene.StartedAsync(title, file);
        await sending.SendAllAsync();
        await sending.CompleteAsync().ShouldBeAsync(200);
        return sending;
    }

    public static async Task<HttpResponseMessage> PutAsync(JsonElement url, byte[] bytes, bool withHeaders = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url.GetProperty("url").GetString()) { Content = new ByteArrayContent(bytes) };
        if (withHeaders)
            foreach (var header in url.GetProperty("headers").EnumerateObject())
                request.Headers.Add(header.Name, header.Value.GetString());
        return await Store.SendAsync(request);
    }

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(SHA256.HashData(bytes));

    public static string Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
        }
        return Convert.ToBase64String([(byte)(~crc >> 24), (byte)(~crc >> 16), (byte)(~crc >> 8), (byte)~crc]);
    }
}
