using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Elastic.Asking;
using Streamix.Discovery.Index.Elastic.Writing;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Tests.Engines;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Tests.Elastic;

/// <summary>What the engine makes of answers in the form that Elasticsearch documents.</summary>
public sealed class ElasticAnswerTests : IAsyncLifetime
{
    private RecordingServer _server = null!;

    private ElasticSearchEngine Engine => new(_server.Client);

    private ElasticIndexWriter Writer => new(_server.Client, TimeProvider.System);

    public async Task InitializeAsync() => _server = await RecordingServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Hits_WithHighlights_AreReadInTheReadersLanguage()
    {
        Answers(Hit(Library.Named("The Matrix"), 9.5, """{"shown.de.title":["\uE000Matrix\uE001"],"shown.en.title":["The \uE000Matrix\uE001"]}"""));
        var page = await Engine.SearchAsync(new() { Text = "matrix", Viewer = Library.Adult, Language = "de" }, default);
        var hit = page.Hits.ShouldHaveSingleItem();
        (hit.Shown.Title, hit.Score).ShouldBe(("Matrix", 9.5));
        hit.Title.ShouldBe([new TextPart("Matrix", true)]);
        page.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Hits_OneMoreThanThePage_GiveItsLastAsPosition()
    {
        Answers(Hit(Library.Named("The Matrix"), 9.5), Hit(Library.Named("Dune"), 7.25), Hit(Library.Named("Caravan"), 1));
        var page = await Engine.SearchAsync(new() { Text = "matrix", Viewer = Library.Adult, Limit = 2 }, default);
        page.Hits.Count.ShouldBe(2);
        page.Next.ShouldBe(new SearchPosition(7.25, "", Library.Id("Dune"), Broad: false));
    }

    [Fact]
    public async Task NoHits_AsksOnceMoreForAnyWord()
    {
        var page = await Engine.SearchAsync(new() { Text = "matrix caravan", Viewer = Library.Adult, Explain = true }, default);
        _server.Requests.Count.ShouldBe(2);
        _server.Requests.First().Body.ShouldContain("\"operator\":\"and\",\"fuzziness\":\"AUTO\"");
        page.Explanation!.Broad.ShouldBeTrue();
        _server.Requests.Last().Body.ShouldContain("\"operator\":\"or\",\"fuzziness\":\"AUTO\"");
    }

    [Fact]
    public async Task Facets_OfEachForm_AreCounts()
    {
        var person = Library.Id("Keanu Reeves");
        Answers($$"""
            {"hits":{"total":{"value":5000,"relation":"gte"},"hits":[{{Hit(Library.Named("Dune"), 1)}}]},"aggregations":{
             "genre":{"doc_count":3,"values":{"buckets":[{"key":"drama","doc_count":1},{"key":"war","doc_count":2}]} },
             "decade":{"doc_count":3,"values":{"buckets":[{"key":1990.0,"doc_count":2},{"key":1980.0,"doc_count":1}]} },
             "rating":{"doc_count":3,"values":{"buckets":{"own":{"doc_count":1,"own":{"buckets":[{"key":"16","doc_count":1}]},"anywhere":{"buckets":[{"key":"R","doc_count":1}]} },
                                                        "anywhere":{"doc_count":2,"own":{"buckets":[]},"anywhere":{"buckets":[{"key":"R","doc_count":2}]} } } } },
             "people":{"doc_count":6,"named":{"doc_count":3,"persons":{"buckets":[{"key":"{{person:n}}|Keanu Reeves","doc_count":3}]} } } } }
            """);
        var page = await Engine.SearchAsync(new() { Text = "keanu", Viewer = Library.Adult, Facets = true, People = true }, default);
        page.Total.ShouldBe(new SearchTotal(5000, IsExact: false));
        Values(page, FacetNames.Genre).ShouldBe([new("war", 2), new("drama", 1)]);
        Values(page, FacetNames.Decade).ShouldBe([new("1980", 1), new("1990", 2)]);
        Values(page, FacetNames.Rating).ShouldBe([new("R", 2), new("16", 1)]);
        page.People.ShouldBe([new PersonHit(person, "Keanu Reeves", 3)]);
    }

    [Fact]
    public async Task Bulk_Lines_CarryTheRevisionAsExternalVersionToEveryOpenIndex()
    {
        await Writer.WriteAsync([IndexChange.Of(Library.Named("Dune") with { Revision = 7 })], default);
        var lines = _server.Requests.Last().Body.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToArray();
        lines.Where((_, i) => i % 2 == 0).Select(l => (l["index"]!["_index"]!.GetValue<string>(), l["index"]!["version"]!.GetValue<long>(), l["index"]!["version_type"]!.GetValue<string>()))
            .ShouldBe([(RecordingServer.Live, 7, "external_gte"), (RecordingServer.Building, 7, "external_gte")]);
        lines[1]["document"].Deserialize<TitleDocument>(JsonDefaults.Options)!.OriginalTitle.ShouldBe("Dune");
    }

    [Fact]
    public async Task Bulk_ConflictOfVersions_IsNoError()
    {
        _server.Answer = r => r.Path == "/_bulk" ? (200, """{"errors":true,"items":[{"index":{"status":409}},{"index":{"status":201}}]}""") : null;
        (await Writer.WriteAsync([IndexChange.Gone(Library.Id("one"), 1)], default)).ShouldBe(0);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Server_AwayOrOverloaded_IsToldAsSuch(int status)
    {
        _server.Answer = _ => (status, "{}");
        await Should.ThrowAsync<DependencyUnavailableException>(() => Engine.SearchAsync(new() { Viewer = Library.Adult }, default));
        await Should.ThrowAsync<DependencyUnavailableException>(() => Writer.WriteAsync([IndexChange.Gone(Library.Id("one"), 1)], default));
    }

    [Fact]
    public async Task Server_Gone_IsToldAsSuch()
    {
        var engine = Engine;
        await _server.DisposeAsync();
        await Should.ThrowAsync<DependencyUnavailableException>(() => engine.SearchAsync(new() { Viewer = Library.Adult }, default));
    }

    [Fact]
    public async Task Search_NoIndexYet_IsToldAsUnavailable()
    {
        _server.Answer = _ => (404, """{"error":{"type":"index_not_found_exception"}}""");
        await Should.ThrowAsync<DependencyUnavailableException>(() => Engine.SearchAsync(new() { Viewer = Library.Adult }, default));
    }

    [Fact]
    public async Task Switch_MovesTheAliasInOneRequest()
    {
        await Writer.SwitchAsync(RecordingServer.Building, default);
        var actions = JsonNode.Parse(_server.Requests.Single(r => r.Path == "/_aliases").Body)!["actions"]!.AsArray();
        actions.Select(a => a!.AsObject().Single()).Select(a => (a.Key, a.Value!["index"]!.GetValue<string>(), a.Value["alias"]!.GetValue<string>())).ShouldBe(
            [("remove", RecordingServer.Live, "streamix-titles"), ("remove", RecordingServer.Building, "streamix-titles-building"), ("add", RecordingServer.Building, "streamix-titles")]);
        await Should.ThrowAsync<GenerationGoneException>(() => Writer.SwitchAsync("streamix-titles-v9", default));
    }

    private static IReadOnlyList<FacetValue> Values(SearchPage page, string facet) => page.Facets.Single(f => f.Name == facet).Values;

    private static string Hit(TitleDocument title, double score, string highlight = "{}") => $$"""
        {"_id":"{{title.TitleId}}","_score":{{score.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"sort":[{{score.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"{{title.TitleId}}"],
         "highlight":{{highlight}},"_source":{"document":{{JsonSerializer.Serialize(title, JsonDefaults.Options)}} } }
        """;

    private void Answers(params string[] hits) =>
        _server.Answer = r => r.Path.EndsWith("_search", StringComparison.Ordinal) ? (200, hits is [var whole] && whole.StartsWith("{\"hits\"", StringComparison.Ordinal) ? whole : $$"""{"hits":{"hits":[{{string.Join(',', hits)}}]} }""") : null;
}
