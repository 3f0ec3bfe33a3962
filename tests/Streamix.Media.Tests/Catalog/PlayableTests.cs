using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class PlayableTests : IAsyncLifetime
{
    private readonly CatalogHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private PlayablesClient Playables => new(_host.Service("streaming-playback-context"));

    [Fact]
    public async Task Find_AMovie_TellsWhatPlays()
    {
        var id = await _host.Editor().CreatedAsync("movie");
        var asset = await _host.PackagedAsync(id, 61.5);
        (await Playables.FindAsync(id, default))!.Published.ShouldBeFalse();
        await _host.Editor().MoveAsync(id, "publish").ShouldBeAsync(200);
        var movie = (await Playables.FindAsync(id, default))!;
        (movie.Published, movie.Kind, movie.AssetId, movie.OriginalLanguage, movie.SeriesId, movie.Next).ShouldBe((true, "movie", asset, "en", null, null));
        movie.Package.Duration.ShouldBe(61.5);
        movie.Package.Markers.ShouldHaveSingleItem().Kind.ShouldBe("intro");
        movie.Revision.ShouldBe((await _host.EventsAsync(id))[^1].Body.GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task Find_AnEpisode_LeadsToTheNextOpenOneAcrossSeasons()
    {
        var (series, _, first) = await _host.PublishedSeriesAsync(2);
        var editor = _host.Editor();
        var season = await editor.CreatedAsync("season", CatalogCalls.Part("Season 2", 2), series);
        var (closed, open) = (await editor.CreatedAsync("episode", CatalogCalls.Part("Closed", 1), season), await editor.CreatedAsync("episode", CatalogCalls.Part("Open", 2), season));
        await _host.PackagedAsync(closed);
        await _host.PackagedAsync(open);
        (await Playables.FindAsync(first[1], default))!.Next.ShouldBeNull();
        await editor.MoveAsync(season, "ready").ShouldBeAsync(200);
        await editor.MoveAsync(season, "publish").ShouldBeAsync(200);
        await editor.MoveAsync(open, "publish").ShouldBeAsync(200);

        var episode = (await Playables.FindAsync(first[0], default))!;
        (episode.SeriesId, episode.SeasonNumber, episode.Number).ShouldBe((series, 1, 1));
        episode.Next.ShouldBe(new NextEpisode(first[1], 1, 2));
        (await Playables.FindAsync(first[1], default))!.Next.ShouldBe(new NextEpisode(open, 2, 2));
        (await Playables.FindAsync(open, default))!.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Find_AnEpisodeOfAWithdrawnSeries_IsNotPublished()
    {
        var (series, _, episodes) = await _host.PublishedSeriesAsync(1);
        (await Playables.FindAsync(episodes[0], default))!.Published.ShouldBeTrue();
        await _host.Editor().MoveAsync(series, "withdraw").ShouldBeAsync(200);
        (await Playables.FindAsync(episodes[0], default))!.Published.ShouldBeFalse();
    }

    [Fact]
    public async Task Find_WhatDoesNotPlay_IsNull()
    {
        var (series, season, _) = await _host.PublishedSeriesAsync(1);
        foreach (var id in (Guid[])[series, season, await _host.Editor().CreatedAsync("movie"), Guid.NewGuid()])
            (await Playables.FindAsync(id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Playables_ForOthers_AreClosed()
    {
        var address = $"/internal/playables/{Guid.NewGuid()}";
        await _host.Service("streaming-watch-history").GetAsync(address).ShouldBeAsync(404);
        await _host.Service("discovery-indexer").GetAsync(address).ShouldBeAsync(403);
        await _host.Editor().GetAsync(address).ShouldBeAsync(403);
        await _host.CreateClient().GetAsync(address).ShouldBeAsync(401);
    }
}
