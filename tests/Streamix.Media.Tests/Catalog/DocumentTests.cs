using System.Text.Json.Nodes;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class DocumentTests : IAsyncLifetime
{
    private readonly CatalogHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private DocumentsClient Documents => new(_host.Service("discovery-indexer"));

    [Fact]
    public async Task Find_AMovie_TellsAllThatIsSearched()
    {
        var person = (await CatalogHost.JsonAsync(await _host.Editor().PostAsJsonAsync("/catalog/admin/people", new { name = "Ana Lee" }))).GetProperty("id").GetString();
        var id = await _host.PublishedMovieAsync(CatalogCalls.Content("Told").With("promotion", 7).With("credits", new JsonArray(
            new JsonObject { ["personId"] = person, ["department"] = "cast", ["character"] = "Rita" })));
        var document = (await Documents.FindAsync(id, default))!;
        (document.Published, document.Kind, document.Format, document.Slug, document.Year, document.RuntimeSeconds, document.Popularity).ShouldBe((true, "movie", "movie", "told", 1999, 596, 7.0));
        document.Credits.ShouldBe([new DocumentCredit(Guid.Parse(person!), "Ana Lee", "cast", "Rita")]);
        document.Ratings.ShouldBe([new DocumentRating("*", "12+", 12)]);
        document.AudioLanguages.ShouldBe(["en", "de"]);
        document.CaptionLanguages.ShouldBe(["en"]);
        document.Revision.ShouldBe((await _host.EventsAsync(id))[^1].Body.GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task Find_AnEpisode_HasFromAboveWhatItLacks()
    {
        var (series, _, episodes) = await _host.PublishedSeriesAsync(1);
        var document = (await Documents.FindAsync(episodes[0], default))!;
        (document.SeriesId, document.Format, document.Published).ShouldBe((series, "series", true));
        document.Genres.ShouldBe(["drama"]);
        document.Availability.Single().Territory.ShouldBe("*");
        await _host.Editor().MoveAsync(series, "withdraw").ShouldBeAsync(200);
        var later = (await Documents.FindAsync(episodes[0], default))!;
        (later.Published, later.Revision > document.Revision).ShouldBe((false, true));
    }

    [Fact]
    public async Task Find_GoneOrNotSearched_IsNull()
    {
        var (_, season, _) = await _host.PublishedSeriesAsync(1);
        (await Documents.FindAsync(season, default)).ShouldBeNull();
        (await Documents.FindAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_ATrailer_IsForThoseWhoAskForTrailersAndChangesWithItsMovie()
    {
        var movie = await _host.PublishedMovieAsync();
        var trailer = await _host.Editor().CreatedAsync("trailer", CatalogCalls.Part("Trailer", null), movie);
        await _host.PackagedAsync(trailer, 30);
        await _host.Editor().MoveAsync(trailer, "publish").ShouldBeAsync(200);
        (await Documents.FindAsync(trailer, default)).ShouldBeNull();
        var rights = new DocumentsClient(_host.Service("streaming-rights"));
        var document = (await rights.FindPlayingAsync(trailer, default))!;
        (document.Kind, document.Published, document.Ratings.Single().MinimumAge, document.Availability.Single().Territory).ShouldBe(("trailer", true, 12, "*"));
        await _host.Editor().MoveAsync(movie, "withdraw").ShouldBeAsync(200);
        var later = (await rights.FindPlayingAsync(trailer, default))!;
        (later.Published, later.Revision > document.Revision).ShouldBe((false, true));
        (await _host.EventsAsync(trailer))[^1].Body.GetProperty("revision").GetInt64().ShouldBe(later.Revision);
    }

    [Fact]
    public async Task List_PageByPage_IsEveryOpenOneOnce()
    {
        List<Guid> open = [];
        for (var i = 0; i < 3; i++)
            open.Add(await _host.PublishedMovieAsync());
        await _host.Editor().CreatedAsync("movie");
        var (series, _, episodes) = await _host.PublishedSeriesAsync(2);
        var (hidden, _, _) = await _host.PublishedSeriesAsync(2);
        await _host.Editor().MoveAsync(hidden, "withdraw").ShouldBeAsync(200);
        List<Guid> seen = [];
        for (IReadOnlyList<TitleDocument> page; (page = await Documents.ListAsync(seen.Count > 0 ? seen[^1] : null, 2, default)).Count > 0;)
            seen.AddRange(page.Select(d => d.TitleId));
        seen.ShouldBe([.. open, series, .. episodes], ignoreOrder: true);
        seen.ShouldBe(seen.Order());
    }

    [Fact]
    public async Task Documents_ForOthers_AreClosed()
    {
        await _host.Service("media-transcoder").GetAsync("/internal/documents").ShouldBeAsync(403);
        await _host.Editor().GetAsync("/internal/documents").ShouldBeAsync(403);
        await _host.CreateClient().GetAsync("/internal/documents").ShouldBeAsync(401);
        await _host.Service("discovery-indexer").GetAsync("/internal/documents?limit=501").ShouldBeAsync(400);
        await _host.Service("streaming-rights").GetAsync("/internal/documents?limit=1").ShouldBeAsync(200);
    }
}
