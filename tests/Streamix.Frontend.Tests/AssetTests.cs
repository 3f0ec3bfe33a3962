namespace Streamix.Frontend.Tests;

public sealed class AssetTests
{
    [Theory]
    [InlineData("/assets/index-Ab12.js", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8")]
    [InlineData("/assets/index-Cd34.css", "public, max-age=31536000, immutable", "text/css; charset=utf-8")]
    [InlineData("/sw.js", "no-cache", "text/javascript; charset=utf-8")]
    [InlineData("/app.webmanifest", "no-cache", "application/manifest+json")]
    [InlineData("/icon.svg", "public, max-age=86400", "image/svg+xml")]
    public async Task Asset_ByItsKind_IsKeptAndTyped(string path, string kept, string type)
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        // The framework writes the parts of the header in an order of its own.
        answer.Header("Cache-Control").Split(", ").ShouldBe(kept.Split(", "), ignoreOrder: true);
        answer.Content.Headers.ContentType!.ToString().ShouldBe(type);
    }

    [Theory]
    [InlineData("/assets/index-Gone.js")]
    [InlineData("/assets/gone")]
    [InlineData("/favicon.ico")]
    [InlineData("/.vite/manifest.json")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..\\secret.txt")]
    public async Task File_ThatTheBuildLacks_IsNotFoundAndNotRemembered(string path)
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync(new Uri(host.Server.BaseAddress, path));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Header("Cache-Control").ShouldBe("no-store");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("not of the app");
    }

    [Fact]
    public async Task Asset_KnownByItsTag_IsNotSentAgain()
    {
        await using var host = new PagesHost(new());
        using var first = await host.Client.GetAsync("/assets/index-Ab12.js");

        using var second = await host.Client.GetAsync("/assets/index-Ab12.js", "If-None-Match", first.Headers.ETag!.ToString());

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Asset_APartOfIt_IsSentAlone()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync("/assets/index-Ab12.js", "Range", "bytes=0-6");

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("console");
    }

    [Fact]
    public async Task Head_OfAnAsset_TellsItsLength()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.SendAsync(new(HttpMethod.Head, "/assets/index-Ab12.js"));

        answer.Content.Headers.ContentLength.ShouldBe(BuiltApp.Script.Length);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_MadeAnew_IsServedWithoutARestart()
    {
        var app = new BuiltApp();
        await using var host = new PagesHost(app);
        (await host.Client.GetStringAsync("/")).ShouldContain("<title>Streamix</title>");

        app.Build("Streamix, the next");
        app.Write("assets/index-Ef56.js", "new");

        await Until.TrueAsync(async () => (await host.Client.GetStringAsync("/")).Contains("<title>Streamix, the next</title>", StringComparison.Ordinal), "the new page is served");
        await Until.TrueAsync(async () => await host.Client.GetStringAsync("/assets/index-Ef56.js") == "new", "the new asset is served");
    }
}
