using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Tests.History.Hosting;
using Streamix.Streaming.WatchHistory.Facts;
using Streamix.Streaming.WatchHistory.Privacy;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Tests.History;

public sealed class WatchingTests : IAsyncLifetime
{
    private readonly HistoryHost _host = new() { Settings = new() { ["History:Gather"] = "00:00:00.002" } };
    private readonly Viewing _who = Viewing.Somebody();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private HttpClient Viewer => _host.Viewer(_who);

    /// <summary>Played so many minutes ago.</summary>
    private Task WatchAsync(Guid title, double seconds, int minutes) => _host.RecordAsync(_who.At(title, seconds, _host.Time.GetUtcNow().AddMinutes(-minutes)));

    private async Task<string[]> ContinueAsync(string query = "") => [.. (await Viewer.ItemsAsync($"/history/continue{query}"))
        .Select(i => $"{i.GetProperty("titleId").GetGuid()} {i.GetProperty("reason").GetString()} {i.GetProperty("position").GetDouble()}")];

    [Fact]
    public async Task Continue_OffersWhatWasBegunAndTheNextEpisodes()
    {
        var (begun, done, glanced) = (_host.Catalog.Movie(), _host.Catalog.Movie(), _host.Catalog.Movie());
        var (_, one) = _host.Catalog.Series(3);
        var (_, two) = _host.Catalog.Series(2);
        await WatchAsync(begun, 100, 50);
        await WatchAsync(done, 950, 40);
        await WatchAsync(glanced, 3, 30);
        await WatchAsync(one[0], 950, 25);
        await WatchAsync(one[1], 950, 20);
        await WatchAsync(two[0], 950, 15);
        await WatchAsync(two[1], 300, 10);
        (await ContinueAsync()).ShouldBe([$"{two[1]} resume 300", $"{one[2]} next 0", $"{begun} resume 100"]);
    }

    [Fact]
    public async Task Continue_AfterTheLastEpisode_OffersNothingUntilThereIsAnother()
    {
        var (series, episodes) = _host.Catalog.Series(1);
        await WatchAsync(episodes[0], 950, 20);
        (await ContinueAsync()).ShouldBeEmpty();
        var added = _host.Catalog.Put(_host.Catalog.Get(episodes[0]) with { TitleId = Guid.CreateVersion7(), Number = 2 });
        _host.Catalog.Put(_host.Catalog.Get(episodes[0]) with { Next = new(added, 1, 2) });
        (await ContinueAsync()).ShouldBeEmpty();
        await _host.HandleAsync<DoubtFacts, TitlePublished>(new(added, TitleKinds.Episode, series, Guid.NewGuid(), 1, _host.Time.GetUtcNow()));
        (await ContinueAsync()).ShouldBe([$"{added} next 0"]);
    }

    [Fact]
    public async Task Continue_GoesPastEpisodesThatWereWatched()
    {
        var (_, episodes) = _host.Catalog.Series(4);
        await WatchAsync(episodes[1], 950, 30);
        await WatchAsync(episodes[2], 400, 20);
        await WatchAsync(episodes[0], 950, 10);
        (await ContinueAsync()).ShouldBe([$"{episodes[2]} next 400"]);
    }

    [Fact]
    public async Task Continue_OfWhatIsNoLongerShown_IsLeftOut()
    {
        var movie = _host.Catalog.Movie();
        await WatchAsync(movie, 100, 10);
        (await ContinueAsync()).Length.ShouldBe(1);
        _host.Catalog.Put(_host.Catalog.Get(movie) with { Published = false, Revision = 2 });
        await _host.HandleAsync<DoubtFacts, TitleChanged>(new(movie, 2, _host.Time.GetUtcNow()));
        (await ContinueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Continue_WithTheCatalogAway_OffersWhatIsKnown()
    {
        var (_, episodes) = _host.Catalog.Series(2);
        await WatchAsync(episodes[0], 950, 30);
        await ContinueAsync();
        var unknown = _host.Catalog.Movie();
        await WatchAsync(unknown, 100, 10);
        _host.Catalog.Down = true;
        _host.Time.Advance(TimeSpan.FromHours(13));
        (await ContinueAsync()).ShouldBe([$"{unknown} resume 100", $"{episodes[1]} next 0"]);
    }

    [Fact]
    public async Task Continue_WithOneTitleTheCatalogFailsOn_KnowsTheOthers()
    {
        var (_, episodes) = _host.Catalog.Series(2);
        _host.Catalog.Broken = _host.Catalog.Movie();
        await WatchAsync(episodes[0], 950, 30);
        await WatchAsync(_host.Catalog.Broken, 100, 10);
        (await ContinueAsync()).ShouldBe([$"{_host.Catalog.Broken} resume 100", $"{episodes[1]} next 0"]);
    }

    [Fact]
    public async Task Continue_WithACatalogThatDoesNotAnswer_WaitsForItOnce()
    {
        Guid[] firsts = [.. Enumerable.Range(0, 6).Select(_ => _host.Catalog.Series(2).Episodes[0])];
        foreach (var first in firsts)
            await WatchAsync(first, 950, 30);
        await Viewer.ItemsAsync("/history"); // the episodes are known, those after them are not
        var (unknown, asked) = (_host.Catalog.Movie(), _host.Catalog.Asked);
        await WatchAsync(unknown, 100, 10);
        _host.Catalog.Silent = true;
        (await ContinueAsync()).Length.ShouldBe(7);
        (_host.Catalog.Asked - asked).ShouldBe(1); // nothing was left for the next episodes
    }

    [Fact]
    public async Task Continue_OfManySeries_LooksUpTheNextEpisodesTogether()
    {
        using var commands = new CommandCount(_host.Database);
        var series = Enumerable.Range(0, 5).Select(_ => _host.Catalog.Series(4).Episodes).ToArray();
        for (var i = 0; i < series.Length; i++)
            for (var episode = 0; episode < 3; episode++)
                await WatchAsync(series[i][episode], 950, 30 + episode - i * 5); // the first one latest
        await ContinueAsync(); // now the catalog has told everything
        var before = commands.Total;
        (await ContinueAsync()).ShouldBe(series.Reverse().Select(e => $"{e[3]} next 0"));
        (commands.Total - before).ShouldBeInRange(3, 12); // not one by one
    }

    [Fact]
    public async Task Continue_AsksTheCatalogOnce()
    {
        await WatchAsync(_host.Catalog.Movie(), 100, 10);
        await ContinueAsync();
        await ContinueAsync();
        _host.Catalog.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_PageByPage_AreEverythingOnce()
    {
        var titles = Enumerable.Range(1, 5).Select(_ => _host.Catalog.Movie()).ToArray();
        for (var i = 0; i < titles.Length; i++)
            await WatchAsync(titles[i], 100, i + 1);
        foreach (var address in (string[])["/history", "/history/continue"])
        {
            List<Guid> seen = [];
            for (string? next = ""; next is not null;)
            {
                var page = await Viewer.GetAsync($"{address}?limit=2&after={next}").ShouldBeAsync(200);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("titleId").GetGuid()));
                next = page.GetProperty("next").GetString();
            }
            seen.ShouldBe(titles);
        }
        await Viewer.GetAsync("/history?limit=101").ShouldBeAsync(400);
    }

    [Fact]
    public async Task List_ByCompletionAndSeries_IsThatPart()
    {
        var (series, episodes) = _host.Catalog.Series(2);
        await WatchAsync(episodes[0], 950, 30);
        await WatchAsync(episodes[1], 100, 20);
        await WatchAsync(_host.Catalog.Movie(), 950, 10);
        (await Viewer.ItemsAsync("/history")).Count.ShouldBe(3);
        (await Viewer.ItemsAsync("/history?completed=true")).Count.ShouldBe(2);
        var both = await Viewer.ItemsAsync($"/history?seriesId={series}");
        both.Select(i => (i.GetProperty("number").GetInt32(), i.GetProperty("completed").GetBoolean())).ShouldBe([(2, false), (1, true)]);
        (await Viewer.ItemsAsync($"/history?seriesId={series}&completed=false")).Single().GetProperty("titleId").GetGuid().ShouldBe(episodes[1]);
    }

    [Fact]
    public async Task List_OfASeries_KnowsEpisodesThatNobodyAskedOf()
    {
        var (series, episodes) = _host.Catalog.Series(2);
        await WatchAsync(episodes[0], 950, 30);
        await WatchAsync(_host.Catalog.Movie(), 100, 20);
        (await Viewer.ItemsAsync($"/history?seriesId={series}")).Single().GetProperty("titleId").GetGuid().ShouldBe(episodes[0]);
    }

    [Fact]
    public async Task Hide_WhatAFastClockPlayed_IsHidden()
    {
        var (movie, episodes) = (_host.Catalog.Movie(), _host.Catalog.Series(2).Episodes);
        await WatchAsync(movie, 100, -4);
        await WatchAsync(episodes[0], 100, -4);
        await Viewer.PutAsync($"/history/titles/{movie}/hidden", null).ShouldBeAsync(204);
        await Viewer.PutAsync($"/history/titles/{episodes[0]}/completed", null).ShouldBeAsync(204);
        (await ContinueAsync()).ShouldBe([$"{episodes[1]} next 0"]);
    }

    [Fact]
    public async Task Hide_ASeries_IsUntilItIsPlayedAgain()
    {
        var (series, episodes) = _host.Catalog.Series(3);
        await WatchAsync(episodes[0], 950, 30);
        await ContinueAsync();
        await Viewer.PutAsync($"/history/titles/{episodes[1]}/hidden", null).ShouldBeAsync(204);
        (await ContinueAsync()).ShouldBeEmpty();
        (await Viewer.ItemsAsync("/history")).Single().GetProperty("hidden").GetBoolean().ShouldBeTrue();
        await Viewer.DeleteAsync($"/history/titles/{episodes[0]}/hidden").ShouldBeAsync(204);
        (await ContinueAsync()).Length.ShouldBe(1);
        await Viewer.PutAsync($"/history/titles/{series}/hidden", null).ShouldBeAsync(204);
        await Viewer.PutAsync($"/history/titles/{Guid.NewGuid()}/hidden", null).ShouldBeAsync(404);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await WatchAsync(episodes[1], 50, 0);
        (await ContinueAsync()).ShouldBe([$"{episodes[1]} resume 50"]);
    }

    [Fact]
    public async Task Clear_ForgetsWhatIsThereAndWhatComesLate()
    {
        var (one, two) = (_host.Catalog.Movie(), _host.Catalog.Movie());
        await WatchAsync(one, 100, 30);
        await WatchAsync(two, 200, 20);
        await Viewer.DeleteAsync($"/history/titles/{one}").ShouldBeAsync(204);
        await WatchAsync(one, 110, 29);
        await Viewer.GetAsync($"/history/titles/{one}").ShouldBeAsync(404);
        (await _host.ResumeAsync(_who, one)).Position.ShouldBe(0);
        (await Viewer.GetAsync($"/history/titles/{two}").ShouldBeAsync(200)).GetProperty("position").GetDouble().ShouldBe(200);
        await Viewer.DeleteAsync("/history").ShouldBeAsync(204);
        await WatchAsync(two, 210, 19);
        (await Viewer.ItemsAsync("/history")).ShouldBeEmpty();
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await WatchAsync(two, 220, 0);
        (await Viewer.ItemsAsync("/history")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Complete_ByHand_CountsAsWatched()
    {
        var (_, episodes) = _host.Catalog.Series(2);
        await Viewer.PutAsync($"/history/titles/{episodes[0]}/completed", null).ShouldBeAsync(204);
        (await ContinueAsync()).ShouldBe([$"{episodes[1]} next 0"]);
        (await _host.CompletionsAsync(_who.Profile)).Count.ShouldBe(1);
        await Viewer.PutAsync($"/history/titles/{Guid.NewGuid()}/completed", null).ShouldBeAsync(404);
    }

    [Fact]
    public async Task History_OfOthers_IsNobodysElse()
    {
        var movie = _host.Catalog.Movie();
        await WatchAsync(movie, 100, 10);
        foreach (var other in (Viewing[])[Viewing.Somebody(), _who with { Profile = Guid.NewGuid() }, _who with { Account = Guid.NewGuid() }])
        {
            (await _host.Viewer(other).ItemsAsync("/history")).ShouldBeEmpty();
            (await _host.Viewer(other).ItemsAsync("/history/continue")).ShouldBeEmpty();
            await _host.Viewer(other).GetAsync($"/history/titles/{movie}").ShouldBeAsync(404);
            await _host.Viewer(other).PutAsync($"/history/titles/{movie}/hidden", null).ShouldBeAsync(404);
        }
        await _host.CreateClient().As(_host.Tokens.User(new UserClaims { Account = _who.Account })).GetAsync("/history").ShouldBeAsync(403);
        await _host.CreateClient().GetAsync("/history").ShouldBeAsync(401);
    }

    [Fact]
    public async Task Profile_ThatIsRemoved_HasNoHistoryAnyMore()
    {
        await WatchAsync(_host.Catalog.Movie(), 100, 10);
        await _host.HandleAsync<ForgetProfile, ProfileRemoved>(new(_who.Profile, _who.Account, _host.Time.GetUtcNow()));
        await WatchAsync(_host.Catalog.Movie(), 100, 0);
        (await _host.QueryAsync(db => db.Watched.CountAsync(w => w.ProfileId == _who.Profile))).ShouldBe(0);
    }

    [Fact]
    public async Task PersonalData_OfAnAccount_IsExportedAndErased()
    {
        var movie = _host.Catalog.Movie();
        await WatchAsync(movie, 100, 10);
        await Viewer.DeleteAsync($"/history/titles/{Guid.NewGuid()}").ShouldBeAsync(204);
        var asking = _host.CreateClient().AsService(_host.Tokens.Service("users-account"));
        var exported = (await asking.GetAsync($"/internal/personal-data/{_who.Account}").ShouldBeAsync(200)).GetProperty("watch-history");
        (exported[0].GetProperty("titleId").GetGuid(), exported[0].GetProperty("position").GetDouble()).ShouldBe((movie, 100.0));
        (await asking.DeleteAsync($"/internal/personal-data/{_who.Account}").ShouldBeAsync(200)).GetProperty("watch-history").GetInt32().ShouldBe(2);
        await WatchAsync(movie, 110, 5);
        await _host.HandleAsync<ForgetAccount, AccountErased>(new(_who.Account, Guid.NewGuid(), _host.Time.GetUtcNow()));
        (await _host.QueryAsync(db => db.Watched.CountAsync(w => w.AccountId == _who.Account))).ShouldBe(0);
    }
}
