using System.Security.Cryptography;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Uploads;

public sealed class UploadTests(AssetScene scene) : IClassFixture<AssetScene>
{
    private static readonly byte[] File = UploadCalls.File(20 << 20);

    [Fact]
    public async Task Upload_WholeFile_IsTheAssetsSourceAndTellsOfIt()
    {
        var title = await scene.MovieAsync();
        var sending = await scene.UploadedAsync(title, File);

        (await sending.StateAsync()).ShouldBe("completed");
        (await sending.AssetAsync()).GetProperty("state").GetString().ShouldBe("uploaded");
        (await scene.Editor.StateAsync(title)).ShouldBe("processing");
        var told = (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).ShouldHaveSingleItem();
        (told.GetProperty("titleId").GetGuid(), told.GetProperty("bytes").GetInt64(), told.GetProperty("kind").GetString()).ShouldBe((title, File.Length, "feature"));

        var source = await new AssetsClient(scene.Host.Service("media-transcoder")).SourceAsync(sending.Asset, default);
        using var http = new HttpClient();
        SHA256.HashData(await http.GetByteArrayAsync(source!.Url)).ShouldBe(SHA256.HashData(File));
        source.Bytes.ShouldBe(File.Length);
    }

    [Fact]
    public async Task Start_TitleThatCannotHaveAnAsset_Is422()
    {
        var series = await scene.Editor.CreatedAsync("series", CatalogCalls.Content(format: "series"));
        await scene.Editor.StartAsync(series, 100).ShouldBeAsync(422, "is a series, which does not play");
        await scene.Editor.StartAsync(Guid.NewGuid(), 100).ShouldBeAsync(422, "is not a title");
    }

    [Theory]
    [InlineData(0, "movie.mov", "none", 422)]
    [InlineData(-1, "movie.mov", "none", 422)]
    [InlineData(1L << 50, "movie.mov", "none", 422)]
    [InlineData(1, " ", "none", 422)]
    [InlineData(1, "two\nlines", "none", 422)]
    [InlineData(1, "movie.mov", "md5", 400)]
    public async Task Start_Unacceptable_IsRefused(long bytes, string name, string checksum, int status) =>
        await scene.Editor.StartAsync(await scene.MovieAsync(), bytes, checksum, name: name).ShouldBeAsync(status);

    [Fact]
    public async Task Start_Repeated_IsOneUploadWithAddressesThatWork()
    {
        var (title, key) = (await scene.MovieAsync(), Guid.NewGuid().ToString());
        var first = await CatalogHost.JsonAsync(await scene.Editor.StartAsync(title, 100, key: key));
        var editor = scene.Host.Editor(Guid.CreateVersion7());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => editor.StartAsync(title, 100, key: key)));
        var ids = await Task.WhenAll(answers.Select(async a => (await CatalogHost.JsonAsync(a)).GetProperty("upload").GetProperty("id").GetGuid()));
        var same = ids.Distinct().ShouldHaveSingleItem();
        same.ShouldNotBe(first.GetProperty("upload").GetProperty("id").GetGuid());
        await editor.StartAsync(title, 101, key: key).ShouldBeAsync(422, "another request");
        (await scene.KeysAsync(scene.Sources)).Count(k => k.StartsWith("upload of", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Start_HugeFile_GivesAddressesInPages()
    {
        var started = await CatalogHost.JsonAsync(await scene.Editor.StartAsync(await scene.MovieAsync(), 200L << 30));
        var (upload, urls) = (started.GetProperty("upload"), started.GetProperty("urls"));
        upload.GetProperty("partCount").GetInt32().ShouldBe(9753);
        (urls.GetProperty("items").GetArrayLength(), urls.GetProperty("next").GetInt32()).ShouldBe((100, 100));
        var page = await CatalogHost.JsonAsync(await scene.Editor.PostAsJsonAsync(
            $"{UploadCalls.Route}/{upload.GetProperty("id").GetGuid()}/urls", new { after = 9700, limit = 1000 }));
        page.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("number").GetInt32()).ShouldBe(Enumerable.Range(9701, 53));
        page.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Arrived_AfterABreak_TellsWhatIsMissing()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        await sending.SendAsync(2);
        var arrived = await CatalogHost.JsonAsync(await sending.ArrivedAsync());
        arrived.GetProperty("items")[0].GetProperty("number").GetInt32().ShouldBe(2);
        arrived.GetProperty("missing").EnumerateArray().Select(r => (r.GetProperty("from").GetInt32(), r.GetProperty("to").GetInt32())).ShouldBe([(1, 1), (3, 3)]);
        foreach (var url in await sending.SignedAsync(new { parts = new[] { new { number = 1 }, new { number = 3 } } }))
        {
            var answer = await UploadCalls.PutAsync(url, sending.Part(url.GetProperty("number").GetInt32()));
            sending.ETags[url.GetProperty("number").GetInt32()] = answer.Headers.ETag!.Tag;
        }
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    [Fact]
    public async Task Arrived_InPages_IsInOrder()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        await sending.SendAllAsync();
        var first = await CatalogHost.JsonAsync(await sending.ArrivedAsync("?limit=2"));
        (first.GetProperty("next").GetInt32(), first.GetProperty("count").GetInt32(), first.GetProperty("bytes").GetInt64()).ShouldBe((2, 3, File.Length));
        var rest = await CatalogHost.JsonAsync(await sending.ArrivedAsync("?limit=2&after=2"));
        rest.GetProperty("items").EnumerateArray().Single().GetProperty("number").GetInt32().ShouldBe(3);
        await sending.ArrivedAsync("?limit=0").ShouldBeAsync(400);
    }

    [Fact]
    public async Task Browser_OfAnyOrigin_MaySendPartsAndSeesTheirTag()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, sending.Urls[0].GetProperty("url").GetString());
        preflight.Headers.Add("Origin", "https://admin.example");
        preflight.Headers.Add("Access-Control-Request-Method", "PUT");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,x-amz-checksum-sha256");
        (await http.SendAsync(preflight)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var put = new HttpRequestMessage(HttpMethod.Put, sending.Urls[0].GetProperty("url").GetString()) { Content = new ByteArrayContent(sending.Part(1)) };
        put.Headers.Add("Origin", "https://admin.example");
        (await http.SendAsync(put)).Headers.GetValues("Access-Control-Expose-Headers").ShouldContain(h => h.Contains("ETag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_ButEditors_GetsIn()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        foreach (var (client, status) in ((HttpClient, int)[])[(scene.Host.CreateClient(), 401), (scene.Host.User(), 403), (scene.Host.Service("media-transcoder"), 403)])
        {
            await client.StartAsync(Guid.NewGuid(), 100).ShouldBeAsync(status);
            foreach (var address in (string[])[UploadCalls.Route, sending.Address, sending.Address + "/parts", "/catalog/assets", $"/catalog/assets/{sending.Asset}"])
                await client.GetAsync(address).ShouldBeAsync(status);
            await client.PostAsJsonAsync(sending.Address + "/urls", new { }).ShouldBeAsync(status);
            await client.PostAsJsonAsync(sending.Address + "/complete", new { parts = Array.Empty<int>() }).ShouldBeAsync(status);
            await client.DeleteAsync(sending.Address).ShouldBeAsync(status);
        }
        await scene.Editor.GetAsync($"{UploadCalls.Route}/{Guid.NewGuid()}").ShouldBeAsync(404);
    }
}
