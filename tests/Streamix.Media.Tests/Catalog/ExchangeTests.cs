using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Streamix.Media.Tests.Catalog;

public sealed class ExchangeTests : IAsyncLifetime
{
    private readonly CatalogHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private HttpClient Editor => _host.Editor();

    private static async Task<JsonElement> ImportAsync(CatalogHost host, string text, string type = "application/json", string query = "") =>
        await CatalogHost.JsonAsync(await host.Editor().PostAsync($"/catalog/admin/import{query}", new StringContent(text, Encoding.UTF8, type)));

    private static (long Created, long Updated, long Unchanged, long Failed) Counts(JsonElement report) =>
        (report.GetProperty("created").GetInt64(), report.GetProperty("updated").GetInt64(), report.GetProperty("unchanged").GetInt64(), report.GetProperty("failed").GetInt64());

    private async Task FillAsync()
    {
        var person = (await CatalogHost.JsonAsync(await Editor.PostAsJsonAsync("/catalog/admin/people", new { name = "Ana: \"the\" | Lee" }))).GetProperty("id").GetString();
        await _host.PublishedMovieAsync(CatalogCalls.Content("=A \"quoted\", title").With("tags", new JsonArray("classic")).With("releasedOn", "1999-05-05").With("slug", "quoted")
            .With("texts", new JsonArray(
                new JsonObject { ["language"] = "en", ["title"] = "Title", ["synopsis"] = "Two\nlines, and a comma." }, new JsonObject { ["language"] = "de", ["title"] = "Titel", ["tagline"] = "Ja!" }))
            .With("ratings", new JsonArray(CatalogCalls.Rating("DE", 6), CatalogCalls.Rating("*", 12)))
            .With("availability", new JsonArray(CatalogCalls.Window("DE", until: "2030-01-01T10:00:00Z"), CatalogCalls.Window("*")))
            .With("externalIds", new JsonArray(new JsonObject { ["source"] = "imdb", ["value"] = "tt1" }))
            .With("credits", new JsonArray(new JsonObject { ["personId"] = person, ["department"] = "cast", ["character"] = "Rita \\ Lola" })));
        await _host.PublishedSeriesAsync(3);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task Export_ImportedElsewhere_IsTheSameCatalog(string format, string type)
    {
        await FillAsync();
        var file = await Editor.GetStringAsync($"/catalog/admin/export?format={format}");
        Counts(await ImportAsync(_host, file, type)).ShouldBe((0, 0, 6, 0));

        await using var other = new CatalogHost();
        await other.InitializeAsync();
        Counts(await ImportAsync(other, file, type)).ShouldBe((6, 0, 0, 0));
        Counts(await ImportAsync(other, file, type)).ShouldBe((0, 0, 6, 0));
        var copy = await other.Editor().GetStringAsync($"/catalog/admin/export?format={format}");
        Stateless(copy).ShouldBe(Stateless(file));
    }

    [Fact]
    public async Task Import_BadRowsAmongGoodOnes_TakesTheGoodAndTellsOfTheBad()
    {
        var report = await ImportAsync(_host, """
            [{"kind":"movie","originalTitle":"One","originalLanguage":"en","format":"movie","slug":"one"},
             {"kind":"opera","originalTitle":"Two","originalLanguage":"en"},
             {"kind":"movie","originalLanguage":"en"},
             {"kind":"movie","originalTitle":"Four","originalLanguage":"en","format":"movie","genres":["dramma"],"year":12},
             {"kind":"season","originalTitle":"Five","originalLanguage":"en","number":1,"parent":"nowhere"},
             "six",
             {"kind":"series","originalTitle":"Seven","originalLanguage":"en","format":"series","slug":"one"},
             {"kind":"movie","originalTitle":"Eight","originalLanguage":"en","format":"movie","credits":[{"department":"director","name":"New Somebody"}]}]
            """);
        Counts(report).ShouldBe((2, 0, 0, 6));
        report.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("row")}: {string.Join(' ', p.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order())}")
            .ShouldBe(["2: kind", "3: row", "4: genres[0] year", "5: parent", "6: row", "7: kind"]);
        (await _host.QueryAsync(db => db.Titles.OrderBy(t => t.Id).Select(t => t.OriginalTitle).ToListAsync())).ShouldBe(["One", "Eight"]);
        (await _host.QueryAsync(db => db.People.SingleAsync())).Slug.ShouldBe("new-somebody");
    }

    [Fact]
    public async Task Import_ARowThatIsRefused_LeavesNothingOfIt()
    {
        await ImportAsync(_host, """[{"kind":"movie","originalTitle":"X","originalLanguage":"en","format":null,"credits":[{"department":"director","name":"Never Made"}]}]""");
        (await _host.QueryAsync(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Import_BrokenInTheMiddle_KeepsWhatCameBeforeAndSaysSo()
    {
        var report = await ImportAsync(_host, """[{"kind":"movie","originalTitle":"One","originalLanguage":"en","format":"movie"}, {"kind": """);
        (Counts(report), report.GetProperty("stopped").GetString()!.Contains("not an array")).ShouldBe(((1, 0, 0, 0), true));
    }

    [Fact]
    public async Task Import_Dry_TellsTheSameAndKeepsNothing()
    {
        const string file = """
            [{"kind":"series","originalTitle":"S","originalLanguage":"en","format":"series","slug":"s"},
             {"kind":"season","originalTitle":"One","originalLanguage":"en","number":1,"slug":"s-1","parent":"s"},
             {"kind":"season","originalTitle":"Two","originalLanguage":"en","number":2,"parent":"elsewhere"}]
            """;
        var report = await ImportAsync(_host, file, query: "?dryRun=true");
        (Counts(report), report.GetProperty("dryRun").GetBoolean()).ShouldBe(((2, 0, 0, 1), true));
        (await _host.QueryAsync(db => db.Titles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Import_ByExternalId_RewritesTheTitle()
    {
        static string File(string title) => $$"""[{"kind":"movie","originalTitle":"{{title}}","originalLanguage":"en","format":"movie","externalIds":[{"source":"imdb","value":"tt9"}]}]""";
        Counts(await ImportAsync(_host, File("Before"))).ShouldBe((1, 0, 0, 0));
        Counts(await ImportAsync(_host, File("After"))).ShouldBe((0, 1, 0, 0));
        (await _host.QueryAsync(db => db.Titles.SingleAsync())).OriginalTitle.ShouldBe("After");
    }

    [Theory]
    [InlineData("kind,originalTitle\nmovie,X", "originalLanguage")]
    [InlineData("kind,originalTitle,originalLanguage,colour\nmovie,X,en,red", "colour")]
    [InlineData("kind,kind,originalTitle,originalLanguage\nmovie,movie,X,en", "twice")]
    public async Task Import_TableWithWrongColumns_StopsAtOnce(string table, string named)
    {
        var report = await ImportAsync(_host, table, "text/csv");
        report.GetProperty("stopped").GetString()!.ShouldContain(named);
        report.GetProperty("rows").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Import_TableWithWrongCells_NamesTheirColumns()
    {
        var report = await ImportAsync(_host, """
            kind,originalTitle,originalLanguage,format,year,ratings,availability,credits,title:de,tagline:de
            movie,One,en,movie,MCM,,,,,
            movie,Two,en,movie,,DE:6,,,,
            movie,Three,en,movie,,,DE 2020,,,
            movie,Four,en,movie,,,,director,,
            movie,Five,en,movie,,,,,,Ja
            movie,Six,en,movie,1999,*:6:6,*@2020-01-01/,director::Ana Lee,Sechs,
            """, "text/csv");
        report.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("errors").EnumerateObject().Single().Name).ShouldBe(["year", "ratings", "availability", "credits", "title:de"]);
        Counts(report).ShouldBe((1, 0, 0, 5));
    }

    [Fact]
    public async Task Import_ManyRows_AreReadAsTheyCome()
    {
        var rows = new JsonArray([.. Enumerable.Range(0, 210).Select(i => (JsonNode)new JsonObject
        {
            ["kind"] = "movie", ["originalTitle"] = $"Movie {i}", ["originalLanguage"] = "en", ["format"] = "movie", ["slug"] = $"movie-{i}",
        })]);
        Counts(await ImportAsync(_host, rows.ToJsonString())).ShouldBe((210, 0, 0, 0));
        var table = await Editor.GetStringAsync("/catalog/admin/export?format=csv");
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(211);
    }

    [Fact]
    public async Task Exchange_OtherTypesAndCallers_AreRefused()
    {
        await Editor.PostAsync("/catalog/admin/import", new StringContent("<x/>", Encoding.UTF8, "application/xml")).ShouldBeAsync(415);
        await Editor.GetAsync("/catalog/admin/export?format=xml").ShouldBeAsync(400);
        await _host.User().GetAsync("/catalog/admin/export").ShouldBeAsync(403);
    }

    private static string Stateless(string file) => file.Replace("published", "draft").Replace("\"state\":\"ready\"", "\"state\":\"draft\"");
}
