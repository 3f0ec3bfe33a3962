using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Media.Catalog.Publishing;

namespace Streamix.Media.Tests.Catalog;

public sealed class PublishingTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private HttpClient Editor => host.Editor();

    [Fact]
    public async Task Upload_ToPublished_GoesThroughItsStatesWithAHistory()
    {
        var id = await Editor.CreatedAsync("movie");
        var asset = Guid.CreateVersion7();
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetUploadedAsync(id, asset, default));
        (await Editor.StateAsync(id)).ShouldBe("processing");
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetReadyAsync(id, asset, CatalogCalls.Package(), default));
        (await Editor.StateAsync(id)).ShouldBe("ready");
        await Editor.MoveAsync(id, "publish", new { reason = "Premiere" }).ShouldBeAsync(200);
        var moves = (await CatalogHost.JsonAsync(await Editor.GetAsync($"{CatalogCalls.Titles}/{id}/moves"))).GetProperty("items").EnumerateArray().ToList();
        moves.Select(m => m.GetProperty("to").GetString()).ShouldBe(["published", "ready", "processing"]);
        moves.Select(m => m.GetProperty("actor").GetString()!.Split(':')[0]).ShouldBe(["account", "asset", "asset"]);
        (await host.EventsAsync(id)).Select(e => e.Type).ShouldBe(["media.title.published", "media.title.changed"]);
    }

    [Fact]
    public async Task AssetFailed_WhileProcessing_IsADraftAgain()
    {
        var (id, asset) = (await Editor.CreatedAsync("movie"), Guid.CreateVersion7());
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetUploadedAsync(id, asset, default));
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetFailedAsync(id, Guid.CreateVersion7(), "Another one", default));
        (await Editor.StateAsync(id)).ShouldBe("processing");
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetFailedAsync(id, asset, "There is no video in it.", default));
        (await Editor.StateAsync(id)).ShouldBe("draft");
    }

    [Fact]
    public async Task AssetReady_ForAnOpenTitle_PlaysOnceItIsChosen()
    {
        var id = await host.PublishedMovieAsync();
        var (old, next) = ((await Editor.FileAsync(id)).GetProperty("assetId").GetGuid(), Guid.CreateVersion7());
        await host.InScopeAsync<TitleDesk>(desk => desk.AssetUploadedAsync(id, next, default));
        await host.InScopeAsync<TitleDesk>(async desk => (await desk.AssetReadyAsync(id, next, CatalogCalls.Package("v2"), default)).ShouldBeFalse());
        (await Editor.FileAsync(id)).GetProperty("assetId").GetGuid().ShouldBe(old);
        await host.InScopeAsync<TitleDesk>(async desk => (await desk.ChooseAssetAsync(id, next, CatalogCalls.Package("v2", 60), default)).ShouldBeTrue());
        var title = await Editor.FileAsync(id);
        (title.GetProperty("assetId").GetGuid(), title.GetProperty("state").GetString(), title.GetProperty("package").GetProperty("duration").GetDouble()).ShouldBe((next, "published", 60));
        (await host.EventsAsync(id))[^1].Type.ShouldBe("media.title.changed");
    }

    [Fact]
    public async Task AssetReady_OlderThanThePresent_IsLeftAlone()
    {
        var (id, first, second) = (await Editor.CreatedAsync("movie"), Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(50)), Guid.CreateVersion7());
        foreach (var asset in (Guid[])[second, first])
            await host.InScopeAsync<TitleDesk>(desk => desk.AssetReadyAsync(id, asset, CatalogCalls.Package(), default));
        (await Editor.FileAsync(id)).GetProperty("assetId").GetGuid().ShouldBe(second);
    }

    [Fact]
    public async Task ExistsAndPlays_IsForWhatPlays()
    {
        var (movie, series) = (await Editor.CreatedAsync("movie"), await Editor.CreatedAsync("series", CatalogCalls.Content(format: "series")));
        await host.InScopeAsync<TitleDesk>(async desk =>
            (await desk.ExistsAndPlaysAsync(movie, default), await desk.ExistsAndPlaysAsync(series, default), await desk.ExistsAndPlaysAsync(Guid.NewGuid(), default)).ShouldBe((true, false, false)));
    }

    [Theory]
    [InlineData("publish", "draft cannot become published")]
    [InlineData("ready", "renditions")]
    [InlineData("draft", "draft cannot become draft")]
    [InlineData("withdraw", "draft cannot become withdrawn")]
    public async Task Move_NotAllowedFromDraft_Is409SayingWhy(string move, string detail) =>
        await Editor.MoveAsync(await Editor.CreatedAsync("movie"), move).ShouldBeAsync(409, detail);

    [Fact]
    public async Task Publish_Incomplete_Is409NamingWhatIsMissing()
    {
        var id = await Editor.CreatedAsync("movie", CatalogCalls.Content().With("ratings", new JsonArray()).With("texts", new JsonArray()));
        await host.PackagedAsync(id);
        await Editor.MoveAsync(id, "publish").ShouldBeAsync(409, "texts must have one language at least; ratings must have one territory at least");
    }

    [Theory]
    [InlineData("movie", "publish")]
    [InlineData("movie", "schedule")]
    public async Task Move_StaleOrAbsentTag_Is412Or428(string kind, string move)
    {
        var id = await Editor.CreatedAsync(kind);
        var body = new { publishAt = "2100-01-01T00:00:00Z" };
        await Editor.SendAsync(HttpMethod.Post, $"{CatalogCalls.Titles}/{id}/{move}", body, "\"00000001\"").ShouldBeAsync(412);
        await Editor.SendAsync(HttpMethod.Post, $"{CatalogCalls.Titles}/{id}/{move}", body, null).ShouldBeAsync(428);
    }

    [Fact]
    public async Task Withdraw_ThenPublishAgain_TellsBoth()
    {
        var id = await host.PublishedMovieAsync();
        await Editor.MoveAsync(id, "withdraw", new { reason = "The licence has ended." }).ShouldBeAsync(200);
        await Editor.MoveAsync(id, "publish").ShouldBeAsync(200);
        var events = await host.EventsAsync(id);
        events.Select(e => e.Type.Split('.')[^1]).ShouldBe(["published", "changed", "withdrawn", "changed", "published", "changed"]);
        events[2].Body.GetProperty("reason").GetString().ShouldBe("The licence has ended.");
        events.Select(e => e.Body.GetProperty("revision").GetInt64()).ShouldBeInOrder();
    }

    [Fact]
    public async Task Withdraw_ASeries_ChangesItsEpisodesToo()
    {
        var (series, _, episodes) = await host.PublishedSeriesAsync(3);
        var before = (await Editor.FileAsync(episodes[0])).GetProperty("revision").GetInt64();
        await Editor.MoveAsync(series, "withdraw").ShouldBeAsync(200);
        foreach (var episode in episodes)
            (await host.EventsAsync(episode))[^1].Type.ShouldBe("media.title.changed");
        (await host.EventsAsync(episodes[0]))[^1].Body.GetProperty("revision").GetInt64().ShouldBe(before + 1);
        (await Editor.StateAsync(episodes[0])).ShouldBe("published");
    }

    [Fact]
    public async Task Schedule_InThePast_Is422()
    {
        var id = await Editor.CreatedAsync("movie");
        await host.PackagedAsync(id);
        await Editor.MoveAsync(id, "schedule", new { publishAt = host.Time.GetUtcNow().AddSeconds(-5) }).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Viewers_AndStrangers_MayNotEdit()
    {
        var id = await Editor.CreatedAsync("movie");
        foreach (var address in (string[])[CatalogCalls.Titles, $"{CatalogCalls.Titles}/{id}", $"{CatalogCalls.Titles}/{id}/moves", $"{CatalogCalls.Titles}/{id}/revisions", "/catalog/admin/people"])
        {
            await host.User().GetAsync(address).ShouldBeAsync(403);
            await host.CreateClient().GetAsync(address).ShouldBeAsync(401);
        }
        await host.User().MoveAsync(id, "publish").ShouldBeAsync(403);
    }

    [Fact]
    public async Task Artwork_Changed_IsARevisionAndIsTold()
    {
        var id = await host.PublishedMovieAsync();
        var told = (await host.EventsAsync(id)).Count;
        await host.InScopeAsync<TitleDesk>(desk => desk.ArtworkChangedAsync(id, default));
        (await host.EventsAsync(id)).Count.ShouldBe(told + 1);
        var revisions = await CatalogHost.JsonAsync(await Editor.GetAsync($"{CatalogCalls.Titles}/{id}/revisions"));
        revisions.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("act").GetString()).ShouldBe(["artwork", "created"]);
    }
}
