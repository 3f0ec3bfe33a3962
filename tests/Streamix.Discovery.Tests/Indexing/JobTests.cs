using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Jobs;
using Streamix.Discovery.Tests.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Discovery.Tests.Indexing;

public sealed class JobTests : IAsyncLifetime
{
    private readonly IndexerHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.PreparedAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Rebuild_OfALibrary_SwitchesToAWholeIndex()
    {
        await _host.Writer.WriteAsync([IndexChange.Of(Library.Title("Forgotten by the catalog", 1990, 1))], default);
        _host.Catalog.Put(Library.All);
        var job = await _host.RunAsync("rebuilds");
        job.GetProperty("state").GetString().ShouldBe("finished");
        job.GetProperty("seen").GetInt64().ShouldBe(Library.All.Count);
        (await _host.TitlesAsync("forgotten")).ShouldBeEmpty();
        (await _host.TitlesAsync("matrix reloaded")).ShouldContain("The Matrix Reloaded");
        (await _host.Writer.GenerationsAsync(default)).Select(g => (g.State, g.Titles)).ShouldBe([(GenerationState.Retired, 1L), (GenerationState.Live, (long)Library.All.Count)]);
        (await _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE type = 'discovery.index.switched'").SingleAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Rebuild_WhileTitlesChange_LosesNoChange()
    {
        _host.Catalog.Put(Library.All);
        var (first, last) = (Library.All.MinBy(t => t.TitleId)!, Library.All.MaxBy(t => t.TitleId)!);
        var pages = 0;
        _host.Catalog.BeforePage = async () =>
        {
            if (++pages != 3)
                return;
            _host.Catalog.Put(first with { Revision = 2, OriginalTitle = "Renamed Meanwhile" }, last with { Revision = 2, Published = false });
            await _host.Writer.WriteAsync([IndexChange.Of(_host.Catalog.Titles[first.TitleId]), IndexChange.Of(_host.Catalog.Titles[last.TitleId])], default);
        };
        (await _host.RunAsync("rebuilds")).GetProperty("state").GetString().ShouldBe("finished");
        var titles = (await _host.Writer.ListAsync(null, 100, default)).ToDictionary(e => e.TitleId, e => e.Revision);
        titles[first.TitleId].ShouldBe(2);
        titles.ShouldNotContainKey(last.TitleId);
        titles.Count.ShouldBe(Library.All.Count - 1);
    }

    [Fact]
    public async Task Rebuild_CatalogAway_GoesOnWhereItWas()
    {
        _host.Catalog.Put(Library.All);
        var pages = 0;
        _host.Catalog.BeforePage = () =>
        {
            if (++pages == 3)
                throw new HttpRequestException("away");
            return Task.CompletedTask;
        };
        var job = await _host.RunAsync("rebuilds");
        job.GetProperty("state").GetString().ShouldBe("finished");
        job.GetProperty("seen").GetInt64().ShouldBe(Library.All.Count);
        (await _host.Writer.ListAsync(null, 100, default)).Count.ShouldBe(Library.All.Count);
    }

    [Fact]
    public async Task Start_WhileAnotherRuns_IsAConflict()
    {
        TaskCompletionSource go = new();
        _host.Catalog.BeforePage = () => go.Task;
        var running = await _host.StartAsync("rebuilds");
        (await _host.Admin.PostAsJsonAsync("/indexing/checks", new { reason = "Another" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        go.SetResult();
        (await _host.EndedAsync(running)).GetProperty("state").GetString().ShouldBe("finished");
        (await _host.RunAsync("checks")).GetProperty("state").GetString().ShouldBe("finished");
    }

    [Fact]
    public async Task Cancel_ARebuild_LeavesTheLiveIndexAndNothingElse()
    {
        await _host.Writer.WriteAsync([IndexChange.Of(Library.Named("Dune"))], default);
        TaskCompletionSource go = new();
        _host.Catalog.BeforePage = () => go.Task;
        var job = await _host.StartAsync("rebuilds");
        await Streamix.Testing.Until.TrueAsync(async () => (await _host.Writer.GenerationsAsync(default)).Count == 2, "the other index is there");
        (await _host.Admin.DeleteAsync($"/indexing/jobs/{job}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        go.SetResult();
        await Streamix.Testing.Until.TrueAsync(async () => (await _host.Writer.GenerationsAsync(default)).Count == 1, "the other index is gone");
        (await _host.TitlesAsync()).ShouldBe(["Dune"]);
        (await _host.Admin.DeleteAsync($"/indexing/jobs/{job}")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Check_ThenRepair_FindsAndMendsEachKindOfDrift()
    {
        _host.Catalog.Put(Library.All);
        var (missing, stale, surplus) = (Library.All[0], Library.All[5], Library.Title("Long Gone", 1980, 1));
        await _host.Writer.WriteAsync([.. Library.All.Where(t => t != missing).Select(IndexChange.Of), IndexChange.Of(surplus)], default);
        _host.Catalog.Put(stale with { Revision = 4 });

        var check = await _host.RunAsync("checks");
        Counts(check).ShouldBe((1, 1, 1, 0));
        Counts(await _host.RunAsync("repairs")).ShouldBe((1, 1, 1, 3));
        Counts(await _host.RunAsync("checks")).ShouldBe((0, 0, 0, 0));
        (await _host.TitlesAsync("gone")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Job_OfAWorkerThatDied_IsTakenOverFromItsCursor()
    {
        _host.Catalog.Put(Library.All);
        var half = Library.All.OrderBy(t => t.TitleId).Take(Library.All.Count / 2).ToArray();
        var job = Job.Start(JobKind.Rebuild, "Began elsewhere", "service:test", DateTimeOffset.UtcNow);
        await _host.QueryAsync(db =>
        {
            db.Jobs.Add(job);
            db.Entry(job).Property(j => j.LeasedUntil).CurrentValue = DateTimeOffset.UtcNow.AddHours(1);
            return db.SaveChangesAsync();
        });
        var generation = await _host.Writer.CreateAsync(default);
        await _host.Writer.WriteAsync(generation.Name, [.. half.Select(IndexChange.Of)], default);
        await _host.QueryAsync(db => db.Jobs.ExecuteUpdateAsync(row => row.SetProperty(j => j.Generation, generation.Name)
            .SetProperty(j => j.Cursor, half[^1].TitleId).SetProperty(j => j.Seen, half.Length).SetProperty(j => j.LeasedUntil, DateTimeOffset.UtcNow.AddSeconds(-1))));

        var ended = await _host.EndedAsync(job.Id);

        (ended.GetProperty("state").GetString(), ended.GetProperty("seen").GetInt64()).ShouldBe(("finished", Library.All.Count));
        (await _host.Writer.GenerationsAsync(default))[^1].ShouldSatisfyAllConditions(g => g.Name.ShouldBe(generation.Name), g => g.State.ShouldBe(GenerationState.Live), g => g.Titles.ShouldBe(Library.All.Count));
    }

    [Theory]
    [InlineData("""{"reason":""}""", 422)]
    [InlineData("""{}""", 400)]
    public async Task Start_WithoutAReason_IsRefused(string body, int status) =>
        ((int)(await _host.Admin.PostAsync("/indexing/rebuilds", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).StatusCode).ShouldBe(status);

    [Fact]
    public async Task Routes_AreForAdministrators()
    {
        var somebody = _host.CreateClient().As(_host.Tokens.User());
        foreach (var route in (string[])["/indexing", "/indexing/jobs", "/indexing/synonyms"])
            (await somebody.GetAsync(route)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await somebody.PostAsJsonAsync("/indexing/rebuilds", new { reason = "mine" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.CreateClient().GetAsync("/indexing")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Synonyms_PutAndRead_AreTheSame()
    {
        (await _host.Admin.PutAsJsonAsync("/indexing/synonyms", new { groups = new[] { new[] { "sci-fi", "science fiction" } } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var read = await _host.Admin.GetFromJsonAsync<JsonElement>("/indexing/synonyms");
        read.GetProperty("groups")[0].EnumerateArray().Select(p => p.GetString()).ShouldBe(["sci-fi", "science fiction"]);
        (await _host.Admin.PutAsJsonAsync("/indexing/synonyms", new { groups = new[] { new[] { "alone" } } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static (long, long, long, long) Counts(JsonElement job) =>
        (job.GetProperty("missing").GetInt64(), job.GetProperty("stale").GetInt64(), job.GetProperty("surplus").GetInt64(), job.GetProperty("repaired").GetInt64());
}
