using System.Text.Json;
using System.Text.Json.Nodes;

namespace Streamix.Media.Tests.Catalog;

public sealed class RevisionTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private HttpClient Editor => host.Editor();

    private async Task<JsonElement> GetAsync(Guid id, string rest = "") => await CatalogHost.JsonAsync(await Editor.GetAsync($"{CatalogCalls.Titles}/{id}/revisions{rest}"));

    private async Task<Guid> WithThreeRevisionsAsync()
    {
        var id = await Editor.CreatedAsync("movie", CatalogCalls.Content("First"));
        await Editor.WriteAsync(id, CatalogCalls.Content("Second").With("genres", new JsonArray("comedy"))).ShouldBeAsync(200);
        await Editor.WriteAsync(id, CatalogCalls.Content("Third").With("genres", new JsonArray("comedy", "war")).With("ratings", new JsonArray(CatalogCalls.Rating("DE", 6)))).ShouldBeAsync(200);
        return id;
    }

    [Fact]
    public async Task List_NewestFirst_NamesActAndActor()
    {
        var account = Guid.CreateVersion7();
        var id = await host.Editor(account).CreatedAsync("movie");
        await host.Editor(account).WriteAsync(id, CatalogCalls.Content("Another")).ShouldBeAsync(200);
        var lines = (await GetAsync(id)).GetProperty("items").EnumerateArray().ToList();
        lines.Select(l => (l.GetProperty("number").GetInt64(), l.GetProperty("act").GetString(), l.GetProperty("actor").GetString()))
            .ShouldBe([(2, "edited", $"account:{account:n}"), (1, "created", $"account:{account:n}")]);
    }

    [Fact]
    public async Task Diff_NextAndAcross_NamesEachPlace()
    {
        var id = await WithThreeRevisionsAsync();
        static List<string> Paths(JsonElement diff) => [.. diff.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("path").GetString()!)];
        Paths(await GetAsync(id, "/2/diff")).ShouldBe(["genres[comedy]", "genres[drama]", "originalTitle", "texts[en].title"]);
        Paths(await GetAsync(id, "/3/diff?against=1")).ShouldContain("ratings[DE].minimumAge");
        (await GetAsync(id, "/1/diff")).GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        await Editor.GetAsync($"{CatalogCalls.Titles}/{id}/revisions/3/diff?against=99").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Restore_AnOldOne_WritesItAgainAsANewOne()
    {
        var id = await WithThreeRevisionsAsync();
        await Editor.SendAsync(HttpMethod.Post, $"{CatalogCalls.Titles}/{id}/revisions/1/restore").ShouldBeAsync(200);
        var title = await Editor.FileAsync(id);
        (title.GetProperty("revision").GetInt64(), title.GetProperty("content").GetProperty("originalTitle").GetString()).ShouldBe((4, "First"));
        (await GetAsync(id, "/4/diff?against=1")).GetProperty("changes").GetArrayLength().ShouldBe(0);
        (await GetAsync(id)).GetProperty("items")[0].GetProperty("act").GetString().ShouldBe("restored 1");
    }

    [Fact]
    public async Task Restore_StaleAbsentOrIncomplete_IsRefused()
    {
        var id = await WithThreeRevisionsAsync();
        var address = $"{CatalogCalls.Titles}/{id}/revisions";
        await Editor.SendAsync(HttpMethod.Post, $"{address}/1/restore", ifMatch: "\"00000001\"").ShouldBeAsync(412);
        await Editor.SendAsync(HttpMethod.Post, $"{address}/99/restore").ShouldBeAsync(404);
        var bare = await Editor.CreatedAsync("movie", CatalogCalls.Content().With("availability", new JsonArray()));
        await Editor.WriteAsync(bare, CatalogCalls.Content()).ShouldBeAsync(200);
        await host.PackagedAsync(bare);
        await Editor.MoveAsync(bare, "publish").ShouldBeAsync(200);
        await Editor.SendAsync(HttpMethod.Post, $"{CatalogCalls.Titles}/{bare}/revisions/1/restore").ShouldBeAsync(422, "availability");
    }
}
