using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Streamix.Media.Tests.Catalog;

public sealed class BrowsingTests : IAsyncLifetime
{
    private readonly CatalogHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private HttpClient Editor => _host.Editor();

    private async Task<List<string>> TitlesAsync(string query, HttpClient? viewer = null) =>
        [.. (await CatalogHost.JsonAsync(await (viewer ?? _host.CreateClient()).GetAsync($"/catalog/titles?{query}"))).GetProperty("items").EnumerateArray()
            .Select(t => t.GetProperty("originalTitle").GetString()!)];

    /// <summary>A viewer of whom the service has heard.</summary>
    private async Task<HttpClient> ViewerAsync(string country, int maturity = 18)
    {
        var (account, profile) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _host.QueryAsync(db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO viewer_accounts (account_id, country, revision) VALUES ({account}, {country}, 1);
            INSERT INTO viewer_profiles (profile_id, account_id, maturity, revision) VALUES ({profile}, {account}, {maturity}, 1)
            """));
        return _host.User(account, profile);
    }

    [Fact]
    public async Task Browse_Filters_EachByItself()
    {
        await _host.PublishedMovieAsync(CatalogCalls.Content("Comic").With("genres", new JsonArray("comedy", "drama")).With("year", 1990).With("countries", new JsonArray("FR")));
        await _host.PublishedMovieAsync(CatalogCalls.Content("Documentary").With("format", "documentary").With("tags", new JsonArray("classic")).With("originalLanguage", "de-AT").With("year", 2010));
        await _host.PublishedSeriesAsync(1, CatalogCalls.Content("Serial", format: "series").With("ratings", new JsonArray(CatalogCalls.Rating("*", 16))));
        await Editor.CreatedAsync("movie", CatalogCalls.Content("Draft"));
        (await TitlesAsync("sort=title")).ShouldBe(["Comic", "Documentary", "Serial"]);
        (await TitlesAsync("kind=series")).ShouldBe(["Serial"]);
        (await TitlesAsync("genre=drama,comedy")).ShouldBe(["Comic"]);
        (await TitlesAsync("tag=classic")).ShouldBe(["Documentary"]);
        (await TitlesAsync("format=documentary")).ShouldBe(["Documentary"]);
        (await TitlesAsync("yearFrom=1991&yearTo=2005")).ShouldBe(["Serial"]);
        (await TitlesAsync("language=de")).ShouldBe(["Documentary"]);
        (await TitlesAsync("country=FR")).ShouldBe(["Comic"]);
        (await TitlesAsync("maxAge=12&sort=title")).ShouldBe(["Comic", "Documentary"]);
        foreach (var wrong in (string[])["kind=episode", "genre=dramma", "tag=x", "format=x", "sort=best", "limit=101"])
            await _host.CreateClient().GetAsync($"/catalog/titles?{wrong}").ShouldBeAsync(400);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("newest")]
    [InlineData("popular")]
    [InlineData("released")]
    [InlineData("oldest")]
    public async Task Browse_EverySort_PagesThroughAllOnceInOrder(string sort)
    {
        for (var i = 0; i < 7; i++)
            await _host.PublishedMovieAsync(CatalogCalls.Content($"Movie {i}").With("promotion", i % 3).With("year", 1990 + i % 2));
        var all = await TitlesAsync($"sort={sort}&limit=100");
        List<string> seen = [];
        for (string? after = null; ;)
        {
            var page = await CatalogHost.JsonAsync(await _host.CreateClient().GetAsync($"/catalog/titles?sort={sort}&limit=2&after={after}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("originalTitle").GetString()!));
            if ((after = page.GetProperty("next").GetString()) is null)
                break;
        }
        seen.ShouldBe(all);
        seen.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task Browse_AsAViewer_ShowsWhatIsOpenThereAndSuitable()
    {
        await _host.PublishedMovieAsync(CatalogCalls.Content("Everywhere 12"));
        await _host.PublishedMovieAsync(CatalogCalls.Content("Germany 16 there").With("availability", new JsonArray(CatalogCalls.Window("DE")))
            .With("ratings", new JsonArray(CatalogCalls.Rating("DE", 16), CatalogCalls.Rating("*", 6))));
        await _host.PublishedMovieAsync(CatalogCalls.Content("Over").With("availability", new JsonArray(CatalogCalls.Window("*", until: "2021-01-01T00:00:00Z"))));
        await _host.PublishedMovieAsync(CatalogCalls.Content("Rated in France").With("ratings", new JsonArray(CatalogCalls.Rating("FR", 0))));
        (await TitlesAsync("sort=title")).ShouldBe(["Everywhere 12", "Germany 16 there", "Rated in France"]);
        (await TitlesAsync("sort=title", await ViewerAsync("DE"))).ShouldBe(["Everywhere 12", "Germany 16 there", "Rated in France"]);
        (await TitlesAsync("sort=title", await ViewerAsync("US"))).ShouldBe(["Everywhere 12", "Rated in France"]);
        (await TitlesAsync("sort=title", await ViewerAsync("DE", 12))).ShouldBe(["Everywhere 12"]);
        (await TitlesAsync("maxAge=5&sort=title", _host.User(profile: Guid.CreateVersion7()))).ShouldBe(["Rated in France"]);
        (await TitlesAsync("sort=title", await ViewerAsync("FR", 6))).ShouldBe(["Rated in France"]);
        (await TitlesAsync("sort=title", _host.User(profile: Guid.CreateVersion7()))).ShouldBe(["Everywhere 12", "Germany 16 there", "Rated in France"]);
    }

    [Fact]
    public async Task Page_OfASeries_ShowsEverythingAtOnce()
    {
        var person = (await CatalogHost.JsonAsync(await Editor.PostAsJsonAsync("/catalog/admin/people", new { name = "Ana Lee" }))).GetProperty("id").GetGuid();
        var (series, season, episodes) = await _host.PublishedSeriesAsync(3, CatalogCalls.Content("The Series", format: "series").With("credits", new JsonArray(
            new JsonObject { ["personId"] = person.ToString(), ["department"] = "cast", ["character"] = "Rita" },
            new JsonObject { ["personId"] = person.ToString(), ["department"] = "director" })));
        var trailer = await Editor.CreatedAsync("trailer", CatalogCalls.Part("Trailer", null), series);
        await _host.PackagedAsync(trailer, 30);
        await Editor.MoveAsync(trailer, "publish").ShouldBeAsync(200);
        await Editor.MoveAsync(episodes[1], "withdraw").ShouldBeAsync(200);

        var page = await CatalogHost.JsonAsync(await _host.CreateClient().GetAsync("/catalog/titles/the-series"));
        page.GetProperty("title").GetProperty("rating").GetProperty("label").GetString().ShouldBe("12+");
        page.GetProperty("seasons").GetArrayLength().ShouldBe(1);
        page.GetProperty("seasons")[0].GetProperty("episodes").EnumerateArray().Select(e => e.GetProperty("number").GetInt32()).ShouldBe([1, 3]);
        page.GetProperty("seasons")[0].GetProperty("episodes")[0].GetProperty("runtimeSeconds").GetInt32().ShouldBe(596);
        page.GetProperty("cast")[0].GetProperty("character").GetString().ShouldBe("Rita");
        page.GetProperty("crew")[0].GetProperty("slug").GetString().ShouldBe("ana-lee");
        page.GetProperty("trailers")[0].GetProperty("id").GetGuid().ShouldBe(trailer);
    }

    [Fact]
    public async Task Page_OfAnEpisode_NamesItsSeriesAndWhatPlays()
    {
        var (series, season, episodes) = await _host.PublishedSeriesAsync(1);
        var page = await CatalogHost.JsonAsync(await _host.CreateClient().GetAsync($"/catalog/titles/{episodes[0]}"));
        (page.GetProperty("series").GetProperty("id").GetGuid(), page.GetProperty("season").GetProperty("id").GetGuid()).ShouldBe((series, season));
        var package = page.GetProperty("package");
        package.GetProperty("audioLanguages").EnumerateArray().Select(l => l.GetString()).ShouldBe(["en", "de"]);
        (package.GetProperty("quality").GetString(), package.GetProperty("surround").GetBoolean(), package.GetProperty("protected").GetBoolean()).ShouldBe(("hd", true, true));
        page.GetRawText().ShouldNotContain("m3u8");
    }

    [Fact]
    public async Task Page_ThatIsNotForTheViewer_Is404()
    {
        var (series, season, episodes) = await _host.PublishedSeriesAsync(1);
        var draft = await Editor.CreatedAsync("movie");
        var german = await _host.PublishedMovieAsync(CatalogCalls.Content().With("availability", new JsonArray(CatalogCalls.Window("DE"))));
        await _host.CreateClient().GetAsync($"/catalog/titles/{draft}").ShouldBeAsync(404);
        await (await ViewerAsync("US")).GetAsync($"/catalog/titles/{german}").ShouldBeAsync(404);
        await (await ViewerAsync("DE", 6)).GetAsync($"/catalog/titles/{german}").ShouldBeAsync(404);
        await (await ViewerAsync("DE")).GetAsync($"/catalog/titles/{german}").ShouldBeAsync(200);
        await Editor.MoveAsync(series, "withdraw").ShouldBeAsync(200);
        foreach (var id in (Guid[])[series, season, episodes[0]])
            await _host.CreateClient().GetAsync($"/catalog/titles/{id}").ShouldBeAsync(404);
        await _host.CreateClient().GetAsync("/catalog/titles/no-such-title").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Page_InTheLanguageAskedFor_WithATag()
    {
        await _host.PublishedMovieAsync(CatalogCalls.Content("Spoken").With("slug", "spoken").With("texts", new JsonArray(
            new JsonObject { ["language"] = "en", ["title"] = "Spoken" }, new JsonObject { ["language"] = "pt-BR", ["title"] = "Falado" })));
        var viewer = _host.CreateClient();
        viewer.DefaultRequestHeaders.AcceptLanguage.ParseAdd("pt, en;q=0.5");
        var answer = await viewer.GetAsync("/catalog/titles/spoken");
        (await CatalogHost.JsonAsync(answer)).GetProperty("title").GetProperty("title").GetString().ShouldBe("Falado");
        viewer.DefaultRequestHeaders.IfNoneMatch.Add(EntityTagHeaderValue.Parse(answer.Headers.ETag!.ToString()));
        (await viewer.GetAsync("/catalog/titles/spoken")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        viewer.DefaultRequestHeaders.AcceptLanguage.Clear();
        (await viewer.GetAsync("/catalog/titles/spoken")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Page_OpenForAWhile_SaysUntilWhen()
    {
        var id = await _host.PublishedMovieAsync(CatalogCalls.Content().With("availability", new JsonArray(CatalogCalls.Window("DE", until: "2200-01-01T00:00:00Z"), CatalogCalls.Window("FR"))));
        async Task<JsonElement> UntilAsync(HttpClient viewer) => (await CatalogHost.JsonAsync(await viewer.GetAsync($"/catalog/titles/{id}"))).GetProperty("availableUntil");
        (await UntilAsync(await ViewerAsync("DE"))).GetDateTimeOffset().Year.ShouldBe(2200);
        (await UntilAsync(await ViewerAsync("FR"))).ValueKind.ShouldBe(JsonValueKind.Null);
        (await UntilAsync(_host.CreateClient())).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task PersonPage_ShowsOpenTitlesWithRoles()
    {
        var person = (await CatalogHost.JsonAsync(await Editor.PostAsJsonAsync("/catalog/admin/people",
            new { name = "Bea Roth", biographies = new[] { new { language = "de", text = "Regisseurin." }, new { language = "en", text = "Director." } } }))).GetProperty("id").GetString();
        JsonArray credits(string department) => [new JsonObject { ["personId"] = person, ["department"] = department }];
        await _host.PublishedMovieAsync(CatalogCalls.Content("Newer").With("credits", credits("director")).With("year", 2020));
        await _host.PublishedMovieAsync(CatalogCalls.Content("Older").With("credits", credits("writer")).With("year", 1980));
        await Editor.CreatedAsync("movie", CatalogCalls.Content("Hidden").With("credits", credits("cast")));
        var page = await CatalogHost.JsonAsync(await _host.CreateClient().GetAsync("/catalog/people/bea-roth"));
        page.GetProperty("biography").GetProperty("text").GetString().ShouldBe("Director.");
        page.GetProperty("titles").EnumerateArray().Select(t => (t.GetProperty("title").GetProperty("originalTitle").GetString(), t.GetProperty("roles")[0].GetProperty("department").GetString()))
            .ShouldBe([("Newer", "director"), ("Older", "writer")]);
        (await TitlesAsync($"person={person}&sort=title")).ShouldBe(["Newer", "Older"]);
        await _host.CreateClient().GetAsync("/catalog/people/nobody").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Vocabulary_HoldsTheWords()
    {
        var words = await CatalogHost.JsonAsync(await _host.CreateClient().GetAsync("/catalog/vocabulary"));
        (words.GetProperty("genres").GetArrayLength(), words.GetProperty("tags").GetArrayLength(), words.GetProperty("formats").GetArrayLength()).ShouldBe((19, 20, 10));
    }
}
