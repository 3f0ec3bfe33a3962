using System.Text;
using System.Text.Json;
using SkiaSharp;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Tests.Catalog;
using Streamix.Media.Tests.Uploads;

namespace Streamix.Media.Tests.Artwork;

public sealed class ArtworkTests(AssetScene scene) : IClassFixture<AssetScene>
{
    private const string Route = "/catalog/artwork";
    private static readonly byte[] Poster = Drawings.Quarters(500, 750);

    public static TheoryData<string, byte[], int, string> Bad => new()
    {
        { "poster", Drawings.Svg, 415, "JPEG, PNG, WebP or GIF" },
        { "poster", "not a picture"u8.ToArray(), 415, "JPEG" },
        { "poster", Poster[..(Poster.Length / 2)], 422, "damaged" },
        { "poster", Drawings.Quarters(300, 450), 422, "at least 320 pixels wide" },
        { "poster", Drawings.Quarters(750, 500), 422, "times as wide as high" },
        { "backdrop", Poster, 422, "at least 640" },
        { "banner", Poster, 422, "must be poster" },
        { "poster", [], 400, "required" },
    };

    [Theory]
    [InlineData("poster", 500, 750, SKEncodedImageFormat.Jpeg, new[] { 160, 320, 480 })]
    [InlineData("backdrop", 2000, 1125, SKEncodedImageFormat.Webp, new[] { 320, 640, 1280, 1920 })]
    [InlineData("logo", 700, 200, SKEncodedImageFormat.Png, new[] { 160, 320, 640 })]
    [InlineData("still", 640, 360, SKEncodedImageFormat.Png, new[] { 160, 320, 640 })]
    public async Task Add_APicture_IsThereInEachSizeButNeverLarger(string kind, int width, int height, SKEncodedImageFormat format, int[] sizes)
    {
        var title = await scene.MovieAsync();
        var item = await CatalogHost.JsonAsync(await AddAsync(title, kind, Drawings.Quarters(width, height, format)));
        item.GetProperty("main").GetBoolean().ShouldBeTrue();
        var images = item.GetProperty("images").EnumerateArray().ToList();
        images.Select(i => i.GetProperty("width").GetInt32()).ShouldBe(sizes);
        foreach (var image in images)
        {
            var answer = await scene.Host.CreateClient().GetAsync(image.GetProperty("address").GetString()).ShouldBeAsync(200);
            (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()).ShouldBe(("image/webp", "public, max-age=31536000, immutable"));
            using var pixels = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
            (pixels.Width, pixels.Height).ShouldBe((image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));
            ((double)pixels.Width / pixels.Height).ShouldBe((double)width / height, 0.03);
        }
        (await scene.EventsAsync(title, "media.title.changed")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Add_AnythingElse_IsRefusedAndLeavesNothing(string kind, byte[] file, int status, string detail)
    {
        var title = await scene.MovieAsync();
        await AddAsync(title, kind, file).ShouldBeAsync(status, detail);
        (await ListAsync(title)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_ToNobodyOrTooMuch_IsRefused()
    {
        await AddAsync(Guid.NewGuid(), "poster", Poster).ShouldBeAsync(404);
        await AddAsync(await scene.MovieAsync(), "portrait", Poster).ShouldBeAsync(404);
        await AddAsync(await scene.MovieAsync(), "poster", new byte[20 * 1024 * 1024 + 1]).ShouldBeAsync(413, "20 MiB");
        await scene.Host.User().PostAsync($"{Route}?owner={Guid.NewGuid()}&kind=poster", new ByteArrayContent(Poster)).ShouldBeAsync(403);
    }

    [Theory]
    [InlineData(3, 500, 750)]
    [InlineData(6, 750, 500)]
    [InlineData(8, 750, 500)]
    public async Task Add_TurnedByExif_IsUprightWithoutItsMetadata(byte orientation, int width, int height)
    {
        var item = await CatalogHost.JsonAsync(await AddAsync(await scene.MovieAsync(), "poster", Drawings.Turned(width, height, orientation, "SECRET PLACE")));
        var image = item.GetProperty("images").EnumerateArray().Last();
        var bytes = await scene.Host.CreateClient().GetByteArrayAsync(image.GetProperty("address").GetString());
        Encoding.Latin1.GetString(bytes).ShouldNotContain("SECRET");
        using var pixels = SKBitmap.Decode(bytes);
        var expected = orientation switch { 3 => SKColors.White, 6 => SKColors.Blue, _ => SKColors.Lime };
        var corner = pixels.GetPixel(pixels.Width / 4, pixels.Height / 4);
        (Math.Abs(corner.Red - expected.Red) + Math.Abs(corner.Green - expected.Green) + Math.Abs(corner.Blue - expected.Blue)).ShouldBeLessThan(60);
    }

    [Fact]
    public async Task Read_Again_Is304AndOtherSizesAre404()
    {
        var address = await AddressAsync(await scene.MovieAsync());
        var client = scene.Host.CreateClient();
        var first = await client.GetAsync(address).ShouldBeAsync(200);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await client.GetAsync(address.Replace("/160", "/161", StringComparison.Ordinal)).ShouldBeAsync(404);
    }

    [Fact]
    public async Task Choose_AnotherOne_IsShownInItsLanguage()
    {
        var title = await scene.MovieAsync();
        Guid first = await AddedAsync(title), second = await AddedAsync(title), german = await AddedAsync(title, "de");
        (await MainsAsync(title)).ShouldBe([first, german], ignoreOrder: true);
        await scene.Editor.PostAsync($"{Route}/{second}/choose", null).ShouldBeAsync(204);
        (await MainsAsync(title)).ShouldBe([second, german], ignoreOrder: true);
        await scene.Editor.DeleteAsync($"{Route}/{second}").ShouldBeAsync(204);
        (await MainsAsync(title)).ShouldBe([first, german], ignoreOrder: true);
        await scene.Editor.DeleteAsync($"{Route}/{second}").ShouldBeAsync(404);
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Artwork, $"catalog/{second}/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_ManyAtOnce_OneIsShown()
    {
        var title = await scene.MovieAsync();
        var editor = scene.Editor;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AddAsync(title, "poster", Poster, editor: editor)));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created);
        (await MainsAsync(title)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PublishedTitle_WithAnotherPoster_TellsOfIt()
    {
        var title = await scene.Host.PublishedMovieAsync();
        var before = (await scene.Host.EventsAsync(title)).Count;
        var id = await AddedAsync(title);
        (await scene.Host.EventsAsync(title)).Count.ShouldBe(before + 1);
        await scene.Host.InScopeAsync<ITitleArtwork>(async artwork =>
        {
            var shown = (await artwork.OfAsync([title, Guid.NewGuid()], default)).ShouldHaveSingleItem().Value.ShouldHaveSingleItem();
            (shown.Kind, shown.Images[0].Address).ShouldBe(("poster", $"{Route}/{id}/160"));
        });
    }

    [Fact]
    public async Task RemovedTitle_TakesItsPicturesAlong()
    {
        var title = await scene.MovieAsync();
        var id = await AddedAsync(title);
        await scene.Editor.SendAsync(HttpMethod.Delete, $"{CatalogCalls.Titles}/{title}").ShouldBeAsync(204);
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Artwork, $"catalog/{id}/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Portrait_OfAPerson_IsShownWithThem()
    {
        var person = (await CatalogHost.JsonAsync(await scene.Editor.PostAsJsonAsync("/catalog/admin/people", new { name = "Ana Lima" }))).GetProperty("id").GetGuid();
        var item = await CatalogHost.JsonAsync(await AddAsync(person, "portrait", Drawings.Quarters(200, 250)));
        item.GetProperty("main").GetBoolean().ShouldBeTrue();
        await AddAsync(person, "poster", Poster).ShouldBeAsync(404);
        await scene.Host.InScopeAsync<ITitleArtwork>(async artwork => (await artwork.OfAsync([person], default)).Keys.ShouldBe([person]));
    }

    private Task<HttpResponseMessage> AddAsync(Guid owner, string kind, byte[] file, string? language = null, HttpClient? editor = null) => (editor ?? scene.Editor).PostAsync(
        $"{Route}?owner={owner}&kind={kind}&language={language}", new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } });

    private async Task<Guid> AddedAsync(Guid title, string? language = null) =>
        (await CatalogHost.JsonAsync(await AddAsync(title, "poster", Poster, language))).GetProperty("id").GetGuid();

    private async Task<string> AddressAsync(Guid title) =>
        (await CatalogHost.JsonAsync(await AddAsync(title, "poster", Poster))).GetProperty("images")[0].GetProperty("address").GetString()!;

    private async Task<List<JsonElement>> ListAsync(Guid owner) => [.. (await CatalogHost.JsonAsync(await scene.Editor.GetAsync($"{Route}?owner={owner}"))).EnumerateArray()];

    private async Task<List<Guid>> MainsAsync(Guid owner) =>
        [.. (await ListAsync(owner)).Where(i => i.GetProperty("main").GetBoolean()).Select(i => i.GetProperty("id").GetGuid())];
}
