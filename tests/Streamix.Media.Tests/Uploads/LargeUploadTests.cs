using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Uploads;

/// <summary>A large file over a bad line: 2 GiB with STREAMIX_LONG=1, else 72 MiB.</summary>
public sealed class LargeUploadTests(AssetScene scene) : IClassFixture<AssetScene>
{
    private const int Part = UploadCalls.PartBytes;
    private const int AtOnce = 4;
    private static readonly int Parts = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1" ? 256 : 9;
    private readonly ConcurrentDictionary<int, string> _tags = [];
    private readonly HttpClient _store = new() { Timeout = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Upload_OverABrokenLine_IsResumedByteExact()
    {
        var started = await CatalogHost.JsonAsync(await scene.Editor.StartAsync(await scene.MovieAsync(), (long)Parts * Part));
        var upload = started.GetProperty("upload");
        var (address, asset) = ($"{UploadCalls.Route}/{upload.GetProperty("id").GetGuid()}", upload.GetProperty("assetId").GetGuid());

        await SendAsync(address, Enumerable.Range(1, Parts / 2), breaks: true);
        await SendAsync(address, await MissingAsync(address), breaks: true);
        await SendAsync(address, await MissingAsync(address), breaks: false);

        var parts = _tags.OrderBy(t => t.Key).Select(t => new { number = t.Key, etag = t.Value });
        await scene.Editor.PostAsJsonAsync($"{address}/complete", new { parts }).ShouldBeAsync(200);
        (await StoredAsync(asset)).ShouldBe(Expected());
    }

    /// <summary>Every third part breaks off in the middle when there are <paramref name="breaks"/>; what has broken off is not sent again here.</summary>
    private Task SendAsync(string address, IEnumerable<int> numbers, bool breaks) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, token) =>
        {
            var signed = await CatalogHost.JsonAsync(await scene.Editor.PostAsJsonAsync($"{address}/urls", new { parts = new[] { new { number } } }, token));
            var url = signed.GetProperty("items")[0].GetProperty("url").GetString();
            var bytes = Bytes(number);
            if (breaks && number % 3 == 0)
                await Should.ThrowAsync<HttpRequestException>(_store.PutAsync(url, new BrokenContent(bytes), token));
            else
                _tags[number] = (await _store.PutAsync(url, new ByteArrayContent(bytes), token)).EnsureSuccessStatusCode().Headers.ETag!.Tag;
        });

    private async Task<List<int>> MissingAsync(string address)
    {
        var arrived = await CatalogHost.JsonAsync(await scene.Editor.GetAsync($"{address}/parts"));
        return [.. arrived.GetProperty("missing").EnumerateArray().SelectMany(Numbers)];
    }

    private async Task<string> StoredAsync(Guid asset)
    {
        var source = await new AssetsClient(scene.Host.Service("media-transcoder")).SourceAsync(asset, default);
        await using var stream = await _store.GetStreamAsync(source!.Url);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }

    private static IEnumerable<int> Numbers(JsonElement range) =>
        Enumerable.Range(range.GetProperty("from").GetInt32(), range.GetProperty("to").GetInt32() - range.GetProperty("from").GetInt32() + 1);

    private static byte[] Bytes(int number) => UploadCalls.File(Part, seed: 1000 + number);

    private static string Expected()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var number = 1; number <= Parts; number++)
            hash.AppendData(Bytes(number));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
