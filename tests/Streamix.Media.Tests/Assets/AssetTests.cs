using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Catalog;
using Streamix.Media.Tests.Uploads;

namespace Streamix.Media.Tests.Assets;

public sealed class AssetTests(AssetScene scene) : IClassFixture<AssetScene>
{
    private const string Vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n";
    private const string Srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nHello.\r\n";
    private const string Ass = "[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hello.\n";
    private static readonly byte[] File = UploadCalls.File(1000);

    public static TheoryData<byte[], string> Captions => new()
    {
        { Encoding.UTF8.GetBytes(Vtt), "vtt" },
        { [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Vtt)], "vtt" },
        { Encoding.UTF8.GetBytes(Srt), "srt" },
        { [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Srt)], "srt" },
        { [0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(Ass)], "ass" },
        { Encoding.UTF8.GetBytes("; comment\n" + Ass), "ass" },
    };

    public static TheoryData<byte[], int> NoCaptions => new()
    {
        { "WEBVTTX\n\n00:01.000 --> 00:02.000\nHello."u8.ToArray(), 415 },
        { "<script>alert(1)</script>"u8.ToArray(), 415 },
        { [0x00, 0x01, 0x02], 415 },
        { [0xc3, 0x28], 415 },
        { [.. Encoding.UTF8.GetBytes(Vtt), 0], 415 },
        { "WEBVTT\n\nNOTE nothing"u8.ToArray(), 422 },
        { "[Script Info]\nTitle: x"u8.ToArray(), 422 },
        { [], 400 },
    };

    [Theory]
    [MemberData(nameof(Captions))]
    public async Task Captions_OfEachFormat_AreForTheTranscoder(byte[] file, string format)
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        var text = await CatalogHost.JsonAsync(await AddAsync(sending.Asset, file));
        text.GetProperty("format").GetString().ShouldBe(format);
        text.GetProperty("language").GetString().ShouldBe("pt-BR");
        var source = await new AssetsClient(scene.Host.Service("media-transcoder")).SourceAsync(sending.Asset, default);
        var given = source!.Texts.ShouldHaveSingleItem();
        (given.Language, given.Kind, given.Format).ShouldBe(("pt-BR", "captions", format));
        using var http = new HttpClient();
        (await http.GetStringAsync(given.Url)).ShouldContain("Hello.");
        var own = await scene.Editor.GetAsync($"/catalog/assets/{sending.Asset}/texts/{text.GetProperty("id").GetGuid()}").ShouldBeAsync(200);
        own.Content.Headers.ContentDisposition!.FileName.ShouldBe($"pt-BR-captions.{format}");
    }

    [Theory]
    [MemberData(nameof(NoCaptions))]
    public async Task Captions_ThatAreNone_AreRefusedAndLeaveNothing(byte[] file, int status)
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        await AddAsync(sending.Asset, file).ShouldBeAsync(status);
        (await sending.AssetAsync()).GetProperty("texts").GetArrayLength().ShouldBe(0);
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/texts/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Captions_SecondOfALanguageAndKind_Is409AndLeavesNothing()
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        var first = await CatalogHost.JsonAsync(await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Vtt)));
        await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Srt)).ShouldBeAsync(409, "Delete it first");
        scene.Host.Time.Advance(TimeSpan.FromMinutes(5));
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/texts/")).ShouldHaveSingleItem();
        await scene.Editor.DeleteAsync($"/catalog/assets/{sending.Asset}/texts/{first.GetProperty("id").GetGuid()}").ShouldBeAsync(204);
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/texts/")).ShouldBeEmpty();
        await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Srt)).ShouldBeAsync(201);
    }

    [Fact]
    public async Task Captions_Misdescribed_AreRefused()
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Vtt), language: "english_US").ShouldBeAsync(422, "language");
        await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Vtt), kind: "karaoke").ShouldBeAsync(422, "kind");
        await AddAsync(Guid.NewGuid(), Encoding.UTF8.GetBytes(Vtt)).ShouldBeAsync(404);
        await AddAsync(sending.Asset, new byte[(2 << 20) + 1]).ShouldBeAsync(413);
    }

    [Theory]
    [InlineData("""[{"kind":"intro","fromSeconds":10,"toSeconds":5}]""")]
    [InlineData("""[{"kind":"intro","fromSeconds":-1,"toSeconds":5}]""")]
    [InlineData("""[{"kind":"ads","fromSeconds":0,"toSeconds":5}]""")]
    [InlineData("""[{"kind":"chapter","fromSeconds":0,"toSeconds":5,"name":" "}]""")]
    [InlineData("""[{"kind":"chapter","fromSeconds":0,"toSeconds":5},{"kind":"chapter","fromSeconds":4,"toSeconds":6}]""")]
    public async Task Markers_Unacceptable_AreRefused(string markers)
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        await MarkAsync(sending.Asset, markers).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Markers_OfWhatPlays_AreTheTitlesAtOnce()
    {
        var title = await scene.MovieAsync();
        var sending = await scene.UploadedAsync(title, File);
        await scene.Host.InScopeAsync<AttachPackage>(h => h.HandleAsync(new Reports(sending.Asset, title).Transcoded(1), null!, default));
        await MarkAsync(sending.Asset, """[{"kind":"credits","fromSeconds":500,"toSeconds":596},{"kind":"intro","fromSeconds":1,"toSeconds":2}]""").ShouldBeAsync(204);
        var package = await scene.QueryAsync(db => db.Titles.Where(t => t.Id == title).Select(t => t.Package).SingleAsync());
        package!.Markers.ShouldBe([new("intro", 1, 2), new("credits", 500, 596)]);
    }

    [Fact]
    public async Task Remove_AnAsset_DeletesItsFilesAndTellsOfIt()
    {
        var title = await scene.MovieAsync();
        var sending = await scene.UploadedAsync(title, File);
        await AddAsync(sending.Asset, Encoding.UTF8.GetBytes(Vtt)).ShouldBeAsync(201);
        await scene.Editor.DeleteAsync($"/catalog/assets/{sending.Asset}").ShouldBeAsync(204);
        await scene.Editor.DeleteAsync($"/catalog/assets/{sending.Asset}").ShouldBeAsync(409);
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).ShouldBeEmpty();
        (await scene.EventsAsync(sending.Asset, "media.asset.removed")).ShouldHaveSingleItem();
        (await scene.Editor.StateAsync(title)).ShouldBe("draft");
        (await new AssetsClient(scene.Host.Service("media-transcoder")).SourceAsync(sending.Asset, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Remove_WhatIsBeingUploaded_IsRefused()
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        await scene.Editor.DeleteAsync($"/catalog/assets/{sending.Asset}").ShouldBeAsync(409, "Abort the upload");
        await scene.Editor.PostAsync($"/catalog/assets/{sending.Asset}/choose", null).ShouldBeAsync(409, "not ready");
    }

    [Fact]
    public async Task RemovedTitle_TakesItsAssetsAlong()
    {
        var title = await scene.MovieAsync();
        var (whole, half) = (await scene.UploadedAsync(title, File), await scene.StartedAsync(title, File));
        await half.SendAllAsync();
        await scene.Editor.SendAsync(HttpMethod.Delete, $"{CatalogCalls.Titles}/{title}").ShouldBeAsync(204);
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Sources, $"catalog/{whole.Asset}/")).ShouldBeEmpty();
        (await scene.KeysAsync(scene.Sources, $"catalog/{half.Asset}/")).ShouldBeEmpty();
        (await scene.EventsAsync(whole.Asset, "media.asset.removed")).ShouldHaveSingleItem();
        (await scene.EventsAsync(half.Asset, "media.asset.removed")).ShouldBeEmpty();
        await scene.Editor.GetAsync($"/catalog/assets/{whole.Asset}").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Source_IsForTheTranscoderOnly()
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        foreach (var (client, status) in ((HttpClient, int)[])[(scene.Host.CreateClient(), 401), (scene.Editor, 403), (scene.Host.Service("discovery-indexer"), 403)])
            await client.GetAsync($"/internal/assets/{sending.Asset}/source").ShouldBeAsync(status);
        (await new AssetsClient(scene.Host.Service("media-transcoder")).SourceAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    private Task<HttpResponseMessage> MarkAsync(Guid asset, string markers) =>
        scene.Editor.PutAsync($"/catalog/assets/{asset}/markers", new StringContent($$"""{"markers":{{markers}}}""", Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> AddAsync(Guid asset, byte[] file, string language = "pt-br", string kind = "captions") => scene.Editor.PostAsync(
        $"/catalog/assets/{asset}/texts?language={language}&kind={kind}", new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/vtt") } });
}
