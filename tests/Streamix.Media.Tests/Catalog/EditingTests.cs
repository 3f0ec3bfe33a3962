using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class EditingTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private HttpClient Editor => host.Editor();

    [Fact]
    public async Task Create_ThenRead_GivesWhatWasWritten()
    {
        var content = CatalogCalls.Content("L'Été à Paris").With("tags", new JsonArray("featured")).With("countries", new JsonArray("FR"))
            .With("externalIds", new JsonArray(new JsonObject { ["source"] = "imdb", ["value"] = "tt0000001" }));
        var made = await Editor.CreateAsync("movie", content).ShouldBeAsync(201);
        var title = await CatalogHost.JsonAsync(await Editor.GetAsync(made.Headers.Location));
        var written = title.GetProperty("content");
        (title.GetProperty("state").GetString(), title.GetProperty("revision").GetInt64(), written.GetProperty("slug").GetString()).ShouldBe(("draft", 1, "lete-a-paris"));
        written.GetProperty("externalIds")[0].GetProperty("value").GetString().ShouldBe("tt0000001");
        written.GetProperty("texts")[0].GetProperty("synopsis").GetString().ShouldBe("What happens.");
    }

    [Theory]
    [InlineData("genres", """["dramma"]""", "genres[0]")]
    [InlineData("format", "null", "format")]
    [InlineData("number", "3", "number")]
    [InlineData("credits", """[{"personId":"0197a3c0-0000-7000-8000-00000000ffff","department":"cast"}]""", "credits")]
    [InlineData("originalLanguage", "\"en_GB\"", "originalLanguage")]
    public async Task Create_Unacceptable_Is422NamingTheField(string field, string json, string named)
    {
        var answer = await Editor.CreateAsync("movie", CatalogCalls.Content().With(field, JsonNode.Parse(json))).ShouldBeAsync(422);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name);
        errors.ShouldContain(e => e.EndsWith(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("season")]
    [InlineData("episode")]
    [InlineData("opera")]
    public async Task Create_WithoutItsParentOrKind_Is422(string kind) => await Editor.CreateAsync(kind, CatalogCalls.Part("X", 1)).ShouldBeAsync(422);

    [Fact]
    public async Task Create_SameTitleTwice_HasAnotherSlug()
    {
        var (first, second) = (await Editor.CreatedAsync("movie", CatalogCalls.Content("Heat")), await Editor.CreatedAsync("movie", CatalogCalls.Content("Heat")));
        (await Editor.FileAsync(first)).GetProperty("content").GetProperty("slug").GetString().ShouldBe("heat");
        (await Editor.FileAsync(second)).GetProperty("content").GetProperty("slug").GetString().ShouldBe("heat-1999");
    }

    [Fact]
    public async Task Create_SlugOrNumberOrExternalIdTaken_Is409SayingWhich()
    {
        JsonArray imdb() => [new JsonObject { ["source"] = "imdb", ["value"] = "tt77" }];
        await Editor.CreatedAsync("movie", CatalogCalls.Content().With("slug", "taken").With("externalIds", imdb()));
        await Editor.CreateAsync("movie", CatalogCalls.Content().With("slug", "taken")).ShouldBeAsync(409, "slug");
        await Editor.CreateAsync("movie", CatalogCalls.Content().With("externalIds", imdb())).ShouldBeAsync(409, "external ids");
        var series = await Editor.CreatedAsync("series", CatalogCalls.Content(format: "series"));
        await Editor.CreatedAsync("season", CatalogCalls.Part("One", 1), series);
        await Editor.CreateAsync("season", CatalogCalls.Part("Uno", 1).With("slug", "uno"), series).ShouldBeAsync(409, "number");
    }

    [Fact]
    public async Task Create_Repeated_IsOneTitle()
    {
        var (editor, body) = (Editor, new JsonObject { ["kind"] = "movie", ["content"] = CatalogCalls.Content("Only once") });
        editor.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var first = await CatalogHost.JsonAsync(await editor.PostAsJsonAsync(CatalogCalls.Titles, body));
        var second = await CatalogHost.JsonAsync(await editor.PostAsJsonAsync(CatalogCalls.Titles, body));
        second.GetProperty("id").GetGuid().ShouldBe(first.GetProperty("id").GetGuid());
        (await host.QueryAsync(db => db.Titles.CountAsync(t => t.OriginalTitle == "Only once"))).ShouldBe(1);
    }

    [Fact]
    public async Task Change_WithTheTagRead_WritesAndAudits()
    {
        var id = await Editor.CreatedAsync("movie");
        var tag = (await Editor.GetAsync($"{CatalogCalls.Titles}/{id}")).Headers.ETag!.ToString();
        await Editor.WriteAsync(id, CatalogCalls.Content("Another name").With("ratings", new JsonArray(CatalogCalls.Rating("DE", 6), CatalogCalls.Rating("*", 16))), tag).ShouldBeAsync(200);
        var title = await Editor.FileAsync(id);
        title.GetProperty("content").GetProperty("ratings").GetArrayLength().ShouldBe(2);
        var audits = await host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE subject = {$"title:{id:n}"} ORDER BY position").ToListAsync());
        JsonDocument.Parse(audits[^1]).RootElement.GetProperty("changed").EnumerateArray().Select(c => c.GetString()).ShouldBe(["originalTitle", "ratings", "texts"]);
    }

    [Theory]
    [InlineData(null, 428)]
    [InlineData("\"00000001\"", 412)]
    [InlineData("nonsense", 400)]
    public async Task Change_WithoutTheRightTag_ChangesNothing(string? tag, int status)
    {
        var id = await Editor.CreatedAsync("movie");
        await Editor.WriteAsync(id, CatalogCalls.Content("Not this"), tag).ShouldBeAsync(status);
        (await Editor.FileAsync(id)).GetProperty("revision").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Change_Nothing_MakesNoRevision()
    {
        var content = CatalogCalls.Content("Same");
        var id = await Editor.CreatedAsync("movie", content.DeepClone().AsObject());
        await Editor.WriteAsync(id, content).ShouldBeAsync(200);
        (await Editor.FileAsync(id)).GetProperty("revision").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Change_ByTwoAtOnce_OneIsStale()
    {
        var id = await Editor.CreatedAsync("movie");
        var tag = (await Editor.GetAsync($"{CatalogCalls.Titles}/{id}")).Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Editor.WriteAsync(id, CatalogCalls.Content($"By {i}"), tag)));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
        (await Editor.FileAsync(id)).GetProperty("revision").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Change_OfAnOpenTitle_StaysComplete()
    {
        var id = await host.PublishedMovieAsync();
        var answer = await Editor.WriteAsync(id, CatalogCalls.Content().With("availability", new JsonArray()).With("ratings", new JsonArray())).ShouldBeAsync(422);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order().ShouldBe(["availability", "ratings"]);
        (await Editor.FileAsync(id)).GetProperty("content").GetProperty("ratings").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Remove_ASeries_RemovesAllBelowOnceItIsWithdrawn()
    {
        var (series, season, episodes) = await host.PublishedSeriesAsync();
        await Editor.SendAsync(HttpMethod.Delete, $"{CatalogCalls.Titles}/{series}").ShouldBeAsync(409);
        foreach (var id in (Guid[])[.. episodes, season, series])
            await Editor.MoveAsync(id, "withdraw").ShouldBeAsync(200);
        await Editor.SendAsync(HttpMethod.Delete, $"{CatalogCalls.Titles}/{series}").ShouldBeAsync(204);
        (await host.QueryAsync(db => db.Titles.CountAsync(t => t.Id == series || t.SeriesId == series))).ShouldBe(0);
        (await host.EventsAsync(episodes[0]))[^1].Type.ShouldBe("media.title.changed");
    }

    [Fact]
    public async Task List_FilteredAndSorted_PagesThroughAllOnce()
    {
        for (var i = 0; i < 7; i++)
            await Editor.CreatedAsync("movie", CatalogCalls.Content($"Paged {i} of them"));
        List<string> seen = [];
        for (string? after = null; ;)
        {
            var page = await CatalogHost.JsonAsync(await Editor.GetAsync($"{CatalogCalls.Titles}?text=paged%20&kind=movie&state=draft&genre=drama&sort=title&limit=3&after={after}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("originalTitle").GetString()!));
            if ((after = page.GetProperty("next").GetString()) is null)
                break;
        }
        seen.ShouldBe(Enumerable.Range(0, 7).Select(i => $"Paged {i} of them"));
    }

    [Theory]
    [InlineData("sort=best")]
    [InlineData("state=open")]
    [InlineData("limit=0")]
    [InlineData("after=nonsense")]
    public async Task List_UnknownWords_Are400(string query) => await Editor.GetAsync($"{CatalogCalls.Titles}?{query}").ShouldBeAsync(400);

    [Fact]
    public async Task Constraints_OfTheDatabase_HoldWithoutTheCode()
    {
        var id = await Editor.CreatedAsync("movie");
        string[] wrong =
        [
            "kind = 'opera'", "genres = ARRAY['dramma']", "tags = ARRAY['x']", "number = 1", "format = NULL", "state = 'published'", "state = 'scheduled'", "promotion = 101", "year = 12",
            "asset_id = id", "parent_id = id",
        ];
        foreach (var assignment in wrong)
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => host.QueryAsync(db => db.Database.ExecuteSqlRawAsync($"UPDATE titles SET {assignment} WHERE id = {{0}}", id))))
                .SqlState.ShouldBe("23514", assignment);
        (await host.QueryAsync(db => db.Titles.SingleAsync(t => t.Id == id))).State.ShouldBe(TitleState.Draft);
    }
}
