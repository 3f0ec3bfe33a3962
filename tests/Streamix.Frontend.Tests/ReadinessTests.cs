namespace Streamix.Frontend.Tests;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Host_WithABuild_IsReady()
    {
        await using var host = new PagesHost(new());

        (await host.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Host_WithoutABuild_IsAliveButNotReadyAndSaysWhy()
    {
        await using var host = new PagesHost(new(built: false));

        (await host.Client.GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var page = await host.Client.GetAsync("/");
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Header("Cache-Control").ShouldBe("no-store");
        (await page.Content.ReadAsStringAsync()).ShouldContain("./streamix up");
    }

    [Fact]
    public async Task Host_BuiltWhileItRuns_BecomesReady()
    {
        var app = new BuiltApp(built: false);
        await using var host = new PagesHost(app);
        (await host.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        app.Build();

        await Until.TrueAsync(async () => (await host.Client.GetAsync("/health")).IsSuccessStatusCode, "the host is ready");
    }

    [Fact]
    public async Task Host_WhoseBuildIsBeingReplaced_ServesTheOneBefore()
    {
        var app = new BuiltApp();
        await using var host = new PagesHost(app);
        (await host.Client.GetStringAsync("/")).ShouldNotBeEmpty();

        Directory.Delete(app.Root, recursive: true);
        // Each answer after a second has looked at the folder again.
        await Until.TrueAsync(async () => (await host.Client.GetAsync("/health")).IsSuccessStatusCode, "the host still answers");

        (await host.Client.GetStringAsync("/assets/index-Ab12.js")).ShouldBe(BuiltApp.Script);
    }
}
