using System.Text.Json;
using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Uploads;

/// <summary>A file on its way, as the client knows it.</summary>
internal sealed class Sending(Func<HttpClient> client, Guid id, Guid asset, byte[] file)
{
    public Guid Id { get; } = id;

    public Guid Asset { get; } = asset;

    public List<JsonElement> Urls { get; init; } = [];

    /// <summary>What the store answered, by part.</summary>
    public SortedDictionary<int, string> ETags { get; } = [];

    public int Parts => (file.Length + UploadCalls.PartBytes - 1) / UploadCalls.PartBytes;

    public string Address => $"{UploadCalls.Route}/{Id}";

    public byte[] Part(int number) => file[((number - 1) * UploadCalls.PartBytes)..Math.Min(file.Length, number * UploadCalls.PartBytes)];

    /// <summary>Sends a part to its first address, or other bytes in its place.</summary>
    public async Task SendAsync(int number, byte[]? other = null)
    {
        var answer = await UploadCalls.PutAsync(Urls.Single(u => u.GetProperty("number").GetInt32() == number), other ?? Part(number));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        ETags[number] = answer.Headers.ETag!.Tag;
    }

    public async Task SendAllAsync()
    {
        foreach (var number in Enumerable.Range(1, Parts).Reverse())
            await SendAsync(number);
    }

    public Task<HttpResponseMessage> SignAsync(object body) => client().PostAsJsonAsync($"{Address}/urls", body);

    public async Task<List<JsonElement>> SignedAsync(object body) =>
        [.. (await CatalogHost.JsonAsync(await SignAsync(body))).GetProperty("items").EnumerateArray()];

    public Task<HttpResponseMessage> CompleteAsync() => CompleteAsync([.. ETags.Select(e => (object)new { number = e.Key, etag = e.Value })]);

    public Task<HttpResponseMessage> CompleteAsync(IEnumerable<object> parts) => client().PostAsJsonAsync($"{Address}/complete", new { parts });

    public Task<HttpResponseMessage> AbortAsync() => client().DeleteAsync(Address);

    public Task<HttpResponseMessage> ArrivedAsync(string query = "") => client().GetAsync($"{Address}/parts{query}");

    public async Task<string> StateAsync() => (await CatalogHost.JsonAsync(await client().GetAsync(Address))).GetProperty("state").GetString()!;

    public async Task<JsonElement> AssetAsync() => await CatalogHost.JsonAsync(await client().GetAsync($"/catalog/assets/{Asset}"));

    public static async Task<string> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
}
