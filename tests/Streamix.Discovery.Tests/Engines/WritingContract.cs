using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Tests.Engines;

public abstract class WritingContract(EngineUnderTest engine) : IAsyncLifetime
{
    private OwnIndex _index = null!;

    public async Task InitializeAsync() => _index = await engine.NewAsync();

    public Task DisposeAsync() => _index.DisposeAsync().AsTask();

    [Fact]
    public async Task Write_Newer_Replaces()
    {
        await WriteAsync("First Name", 1);
        (await WriteAsync("Second Name", 2)).ShouldBe(1);
        (await _index.TitlesAsync("first")).ShouldBeEmpty();
        (await _index.TitlesAsync("second")).ShouldBe(["Second Name"]);
    }

    [Fact]
    public async Task Write_Older_ChangesNothing()
    {
        await WriteAsync("Second Name", 2);
        (await WriteAsync("First Name", 1)).ShouldBe(0);
        (await _index.TitlesAsync("name")).ShouldBe(["Second Name"]);
    }

    [Fact]
    public async Task Write_OlderThanItsEnd_BringsNothingBack()
    {
        await WriteAsync("Name", 1);
        await GoneAsync(3);
        await WriteAsync("Name", 2);
        (await _index.TitlesAsync(null)).ShouldBeEmpty();
        await WriteAsync("Name", 4);
        (await _index.TitlesAsync(null)).ShouldBe(["Name"]);
    }

    [Fact]
    public async Task Write_ManyAtOnceInAnyOrder_TheHighestRevisionStays()
    {
        var revisions = Enumerable.Range(1, 24).ToArray();
        var seed = Random.Shared.Next();
        new Random(seed).Shuffle(revisions);
        await Task.WhenAll(revisions.Select(r => r % 5 == 0 ? GoneAsync(r) : WriteAsync($"Name {r}", r)));
        (await _index.TitlesAsync(null)).ShouldBe(["Name 24"], $"seed {seed}");
    }

    [Fact]
    public async Task Write_CreditTakenAway_PersonIsNotFoundAnyMore()
    {
        var title = Library.Named("John Wick");
        await _index.Writer.WriteAsync([IndexChange.Of(title)], default);
        await _index.Writer.WriteAsync([IndexChange.Of(title with { Revision = 2, Credits = [title.Credits[0]] })], default);
        (await _index.AskAsync("dafoe", q => q with { People = true })).People.ShouldBeEmpty();
        (await _index.AskAsync("reeves", q => q with { People = true })).People.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Generation_BeingBuilt_IsNotSearchedAndGetsEveryChange()
    {
        await WriteAsync("Old Name", 1);
        var building = await _index.Writer.CreateAsync(default);
        (await _index.TitlesAsync(null)).ShouldBe(["Old Name"]);
        await _index.Writer.WriteAsync(building.Name, [Change("Old Name", 1), IndexChange.Of(Library.Named("Dune"))], default);
        await WriteAsync("New Name", 2);
        await _index.Writer.WriteAsync(building.Name, [Change("Old Name", 1)], default);
        (await _index.TitlesAsync(null)).ShouldBe(["New Name"]);

        await _index.Writer.SwitchAsync(building.Name, default);

        (await _index.TitlesAsync("name")).ShouldBe(["New Name"]);
        (await _index.TitlesAsync("dnue")).ShouldBe(["Dune"]);
    }

    [Fact]
    public async Task Switch_UnderSearchesAndWrites_NobodySeesAHole()
    {
        await WriteAsync("Always There", 1);
        using var enough = new CancellationTokenSource();
        using var searched = new SemaphoreSlim(0);
        var searching = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                (await _index.TitlesAsync("always")).ShouldBe(["Always There"]);
                searched.Release();
            }
        });
        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAny(searched.WaitAsync(), searching);
            var next = await _index.Writer.CreateAsync(default);
            await _index.Writer.WriteAsync(next.Name, [Change("Always There", 1)], default);
            await _index.Writer.SwitchAsync(next.Name, default);
        }
        await enough.CancelAsync();
        await searching;
        (await _index.Writer.GenerationsAsync(default)).Select(g => g.State).ShouldBe([GenerationState.Retired, GenerationState.Live]);
    }

    [Fact]
    public async Task Drop_TheLiveOne_DoesNothing()
    {
        await WriteAsync("Name", 1);
        var live = (await _index.Writer.GenerationsAsync(default)).Single();
        await _index.Writer.DropAsync(live.Name, default);
        (await _index.TitlesAsync("name")).ShouldBe(["Name"]);
    }

    [Fact]
    public async Task Drop_OneBeingBuilt_LaterWritesAreRefused()
    {
        var building = await _index.Writer.CreateAsync(default);
        await _index.Writer.DropAsync(building.Name, default);
        await Should.ThrowAsync<GenerationGoneException>(() => _index.Writer.WriteAsync(building.Name, [Change("Name", 1)], default));
        await Should.ThrowAsync<GenerationGoneException>(() => _index.Writer.SwitchAsync(building.Name, default));
        (await WriteAsync("Name", 1)).ShouldBe(1);
    }

    [Fact]
    public async Task List_Entries_AreInOrderAndWithoutTombstones()
    {
        await _index.Writer.WriteAsync([.. Library.All.Select(IndexChange.Of)], default);
        var gone = Library.All[3];
        await _index.Writer.WriteAsync([IndexChange.Gone(gone.TitleId, 9)], default);
        List<IndexEntry> all = [];
        while (await _index.Writer.ListAsync(all.Count == 0 ? null : all[^1].TitleId, 3, default) is { Count: > 0 } page)
            all.AddRange(page);
        all.ShouldBe(Library.All.Where(t => t != gone).Select(t => new IndexEntry(t.TitleId, 1)).OrderBy(e => e.TitleId));
    }

    [Fact]
    public async Task Synonyms_Replaced_HoldAtOnce()
    {
        await _index.Writer.WriteAsync([.. Library.All.Select(IndexChange.Of)], default);
        await _index.Writer.PutSynonymsAsync([["spice", "dune"]], default);
        (await _index.TitlesAsync("spice")).ShouldContain("Dune");
        await _index.Writer.PutSynonymsAsync([["sand", "Dünen", "caravan"]], default);
        (await _index.TitlesAsync("spice")).ShouldNotContain("Dune");
        (await _index.Writer.SynonymsAsync(default)).ShouldHaveSingleItem().ShouldBe(["sand", "Dünen", "caravan"]);
    }

    [Fact]
    public async Task Prepare_Repeated_KeepsWhatIsThere()
    {
        await WriteAsync("Name", 1);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _index.Writer.PrepareAsync(default)));
        (await _index.TitlesAsync("name")).ShouldBe(["Name"]);
    }

    private Task<int> WriteAsync(string title, long revision) => _index.Writer.WriteAsync([Change(title, revision)], default);

    private Task<int> GoneAsync(long revision) => _index.Writer.WriteAsync([IndexChange.Gone(Library.Id("one"), revision)], default);

    private static IndexChange Change(string title, long revision) => IndexChange.Of(Library.Title(title, 2000, 1) with { TitleId = Library.Id("one"), Revision = revision });
}
