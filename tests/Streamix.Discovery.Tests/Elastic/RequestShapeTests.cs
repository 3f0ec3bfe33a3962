using Streamix.Discovery.Index.Elastic.Asking;
using Streamix.Discovery.Index.Elastic.Writing;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Tests.Engines;

namespace Streamix.Discovery.Tests.Elastic;

/// <summary>Every request of the engine against the shapes that Elasticsearch publishes.</summary>
public sealed class RequestShapeTests : IAsyncLifetime
{
    private static readonly SearchFilters Everything = new()
    {
        Kinds = ["movie"], Formats = ["movie"], Genres = ["drama", "war"], Tags = ["classic"], Ratings = ["16"], Languages = ["en-GB"], Captions = ["pt"], YearFrom = 1990, YearTo = 2000, MaximumAge = 12,
        Person = Library.Id("Keanu Reeves"),
    };

    private RecordingServer _server = null!;

    public async Task InitializeAsync() => _server = await RecordingServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Writer_EveryRequest_IsAsPublished()
    {
        ElasticIndexWriter writer = new(_server.Client, TimeProvider.System);
        IndexChange[] changes = [.. Library.All.Select(IndexChange.Of), IndexChange.Gone(Library.Id("gone"), 4)];
        _server.Answer = r => r.Method == "GET" && r.Path.StartsWith("/_synonyms", StringComparison.Ordinal) && _server.Requests.Count == 1 ? (404, "{}") : null;
        await writer.PrepareAsync(default);
        await writer.GenerationsAsync(default);
        await writer.CreateAsync(default);
        await writer.WriteAsync(changes, default);
        await writer.WriteAsync(RecordingServer.Building, changes, default);
        await writer.SwitchAsync(RecordingServer.Building, default);
        await writer.DropAsync(RecordingServer.Building, default);
        await writer.ListAsync(null, 10, default);
        await writer.ListAsync(Library.Id("one"), 10, default);
        await writer.PutSynonymsAsync([["sci-fi", "science fiction"], ["a, b", "c"]], default);
        (await writer.SynonymsAsync(default)).ShouldHaveSingleItem().ShouldBe(["sci-fi", "science fiction"]);
        ShouldAllBeAsPublished(atLeast: 15);
    }

    [Fact]
    public async Task Prepare_NoIndexYet_MakesALiveOne()
    {
        _server.Answer = r => r is { Method: "GET", Path: "/streamix-titles-v*" } ? (200, "{}") : null;
        await new ElasticIndexWriter(_server.Client, TimeProvider.System).PrepareAsync(default);
        _server.Requests.Last().ShouldSatisfyAllConditions(r => r.Method.ShouldBe("PUT"), r => r.Body.ShouldBe("""{"aliases":{"streamix-titles":{}}}"""));
        ShouldAllBeAsPublished(atLeast: 4);
    }

    [Theory]
    [InlineData(null, SearchSort.Relevance)]
    [InlineData("the matirx", SearchSort.Relevance)]
    [InlineData("'; \" { } \\ \u0000 x", SearchSort.Popularity)]
    [InlineData("matrix", SearchSort.Newest)]
    [InlineData("matrix", SearchSort.Oldest)]
    [InlineData(null, SearchSort.Title)]
    public async Task Search_EveryRequest_IsAsPublished(string? text, SearchSort sort)
    {
        foreach (var filters in (SearchFilters[])[SearchFilters.None, Everything])
            foreach (var viewer in (Viewer[])[Library.Adult, new(null, 6, Library.Now), new("DE", 12, Library.Now)])
                foreach (var after in (SearchPosition?[])[null, new(1.5, "title", Library.Id("one"), Broad: true)])
                    await new ElasticSearchEngine(_server.Client).SearchAsync(
                        new() { Text = text, Viewer = viewer, Sort = sort, Filters = filters, After = after, Facets = true, People = true, Explain = true, Language = "pt-BR" }, default);
        ShouldAllBeAsPublished(atLeast: 12);
    }

    [Theory]
    [InlineData("POST", "/streamix-titles/_search", "", """{"query":{"matchall":{}}}""")]
    [InlineData("POST", "/streamix-titles/_search", "", """{"size":"ten"}""")]
    [InlineData("POST", "/streamix-titles/_search", "", """{"query":{"bool":{"musst":[]}}}""")]
    [InlineData("POST", "/streamix-titles/_search", "", """{"query":{"multi_match":{"fields":["all"]}}}""")]
    [InlineData("POST", "/streamix-titles/_search", "", """{"aggs":{"a":{"terms":{"feld":"x"}}}}""")]
    [InlineData("POST", "/streamix-titles/_search", "?nonsense=1", "{}")]
    [InlineData("POST", "/_aliases", "", """{"actions":[{"add":{"indexx":"a"}}]}""")]
    [InlineData("PUT", "/_aliases", "", "{}")]
    [InlineData("POST", "/_bulk", "", "{\"index\":{\"_index\":\"a\",\"version_type\":\"newest\"}}\n{}\n")]
    [InlineData("POST", "/_nowhere", "", "{}")]
    public void Specification_WrongRequests_AreRefused(string method, string path, string query, string body) =>
        Specification.Published.ErrorsOf(new(method, path, query, body)).ShouldNotBeEmpty();

    private void ShouldAllBeAsPublished(int atLeast)
    {
        _server.Requests.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        _server.Requests.SelectMany(r => Specification.Published.ErrorsOf(r).Select(e => $"{r.Method} {r.Path}: {e}")).Distinct().ShouldBeEmpty();
    }
}
