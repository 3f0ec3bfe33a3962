using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Streamix.Benchmarks.Upload;

/// <summary>A client of media-catalog: asks for addresses some parts at a time, sends them, and says at the end what it has sent.</summary>
internal sealed class UploadApi(HttpClient catalog, Store store, SourceFile file, Manner manner) : IContestant
{
    private const string Route = "/catalog/uploads";
    private const int Batch = 2;

    public string Name => $"upload API, {manner}";

    public async Task SendAsync()
    {
        var started = await PostAsync(Route, new { titleId = await TitleAsync(), fileName = "film.mov", bytes = file.Bytes, checksum = manner.Hashed ? "sha256" : "none" });
        var address = $"{Route}/{started.GetProperty("upload").GetProperty("id").GetGuid()}";
        var known = started.GetProperty("urls").GetProperty("items").EnumerateArray().ToDictionary(url => url.GetProperty("number").GetInt32());
        ConcurrentDictionary<int, (string Tag, string? Sha256)> sent = [];
        await Parallel.ForEachAsync(Enumerable.Range(1, file.Parts).Chunk(Batch), new ParallelOptions { MaxDegreeOfParallelism = manner.AtOnce }, async (numbers, _) =>
        {
            var parts = numbers.Select(number => new { number, checksum = manner.Hashed ? file.Sha256(number) : null }).ToArray();
            var urls = numbers.All(known.ContainsKey) ? [.. numbers.Select(number => known[number])] : (await PostAsync($"{address}/urls", new { parts })).GetProperty("items").EnumerateArray().ToArray();
            foreach (var (part, url) in parts.Zip(urls))
                sent[part.number] = (await store.PutAsync(url.GetProperty("url").GetString()!, file.Part(part.number), Headers(url)), part.checksum);
        });
        await PostAsync($"{address}/complete", new { parts = sent.OrderBy(part => part.Key).Select(part => new { number = part.Key, etag = part.Value.Tag, checksum = part.Value.Sha256 }) });
    }

    private static Dictionary<string, string> Headers(JsonElement url) => url.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!);

    private async Task<Guid> TitleAsync() =>
        (await PostAsync("/catalog/admin/titles", new { kind = "movie", content = new { originalTitle = $"Film {Guid.NewGuid():n}", originalLanguage = "en", format = "movie" } })).GetProperty("id").GetGuid();

    private async Task<JsonElement> PostAsync(string address, object body)
    {
        using var answer = await catalog.PostAsJsonAsync(address, body);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
