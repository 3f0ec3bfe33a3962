using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Publishing;

namespace Streamix.Media.Tests.Catalog;

public sealed class PremiereTests : IAsyncLifetime
{
    private readonly CatalogHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private HttpClient Editor => _host.Editor();

    private async Task<Guid> ScheduledAsync(TimeSpan after, JsonObject? content = null)
    {
        var id = await Editor.CreatedAsync("movie", content);
        await _host.PackagedAsync(id);
        await Editor.MoveAsync(id, "schedule", new { publishAt = _host.Time.GetUtcNow() + after }).ShouldBeAsync(200);
        return id;
    }

    private static Task<int> SweepAsync(CatalogHost host) => host.Services.GetRequiredService<PremiereWorker>().SweepAsync(default);

    [Fact]
    public async Task Sweep_BeforeAndAfterTheTime_OpensThenOnly()
    {
        var (soon, later) = (await ScheduledAsync(TimeSpan.FromMinutes(5)), await ScheduledAsync(TimeSpan.FromHours(5)));
        (await SweepAsync(_host)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        (await SweepAsync(_host)).ShouldBe(1);
        (await Editor.StateAsync(soon), await Editor.StateAsync(later)).ShouldBe(("published", "scheduled"));
        (await _host.EventsAsync(soon)).Select(e => e.Type).ShouldBe(["media.title.published", "media.title.changed"]);
    }

    [Fact]
    public async Task Sweep_ByManyAtOnce_OpensEachExactlyOnce()
    {
        List<Guid> ids = [];
        for (var i = 0; i < 12; i++)
            ids.Add(await ScheduledAsync(TimeSpan.FromMinutes(1)));
        var other = new CatalogHost { Database = _host.Database, Time = _host.Time };
        await other.InitializeAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => SweepAsync(i % 2 == 0 ? _host : other))));
        await SweepAsync(other);
        await ((IAsyncLifetime)other).DisposeAsync();
        foreach (var id in ids)
            (await _host.EventsAsync(id, "media.title.published")).Count.ShouldBe(1);
        (await _host.QueryAsync(db => db.Moves.CountAsync(m => m.Actor == Premiere.Actor))).ShouldBe(12);
    }

    [Fact]
    public async Task Sweep_KilledBeforeTheCommit_OpensOnceLater()
    {
        var id = await ScheduledAsync(TimeSpan.FromMinutes(1));
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        await DieAfterAsync(id);
        (await Editor.StateAsync(id)).ShouldBe("scheduled");
        (await _host.EventsAsync(id)).ShouldBeEmpty();
        (await SweepAsync(_host)).ShouldBe(1);
        (await SweepAsync(_host)).ShouldBe(0);
        (await _host.EventsAsync(id, "media.title.published")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_OfWhatBecameIncomplete_TakesItBackAndSaysWhy()
    {
        var series = await Editor.CreatedAsync("series", CatalogCalls.Content(format: "series"));
        var season = await Editor.CreatedAsync("season", CatalogCalls.Part("One", 1), series);
        await Editor.MoveAsync(season, "ready").ShouldBeAsync(200);
        await Editor.MoveAsync(season, "schedule", new { publishAt = _host.Time.GetUtcNow().AddMinutes(1) }).ShouldBeAsync(200);
        await Editor.WriteAsync(series, CatalogCalls.Content(format: "series").With("availability", new JsonArray())).ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        var fine = await ScheduledAsync(TimeSpan.FromMinutes(0.5));
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync(_host);
        (await Editor.StateAsync(season), await Editor.StateAsync(fine)).ShouldBe(("ready", "published"));
        var move = (await CatalogHost.JsonAsync(await Editor.GetAsync($"{CatalogCalls.Titles}/{season}/moves"))).GetProperty("items")[0];
        move.GetProperty("reason").GetString()!.ShouldContain("availability");
    }

    [Fact]
    public async Task Schedule_Again_CountsTheLaterTime()
    {
        var id = await ScheduledAsync(TimeSpan.FromMinutes(1));
        await Editor.MoveAsync(id, "schedule", new { publishAt = _host.Time.GetUtcNow().AddHours(1) }).ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        (await SweepAsync(_host)).ShouldBe(0);
        await Editor.MoveAsync(id, "ready").ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromHours(2));
        (await SweepAsync(_host)).ShouldBe(0);
    }

    /// <summary>Everything is done and saved, then the process is lost before the commit.</summary>
    private async Task DieAfterAsync(Guid id) => await Should.ThrowAsync<InvalidOperationException>(() => _host.InScopeAsync<Premiere>(async premiere =>
    {
        (await premiere.OpenAsync(id, default)).ShouldBeTrue();
        throw new InvalidOperationException("Killed.");
    }));
}
