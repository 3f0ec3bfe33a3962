using Streamix.Discovery.Index.Queries;

namespace Streamix.Discovery.Tests.Engines;

public abstract class VisibilityContract(EngineUnderTest engine)
{
    [Theory]
    [InlineData("US", true)]
    [InlineData("DE", false)]
    [InlineData(null, false)]
    public async Task Territory_OfTheTitle_DecidesWhereItIsSeen(string? country, bool seen) =>
        (await SeesAsync("stars and stripes", "Stars and Stripes Only", new(country, 18, Library.Now))).ShouldBe(seen);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Window_NotOpenYet_IsNotSeenBefore(int days, bool seen) =>
        (await SeesAsync("premiere", "Tomorrow's Premiere", new("DE", 18, Library.Now.AddDays(days)))).ShouldBe(seen);

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public async Task Window_Closed_IsNotSeenFromThenOn(int seconds, bool seen) =>
        (await SeesAsync("farewell", "Yesterday's Farewell", new("DE", 18, Library.Now.AddSeconds(seconds)))).ShouldBe(seen);

    [Theory]
    [InlineData("DE", 16, true)]
    [InlineData("FR", 16, false)]
    [InlineData("FR", 17, true)]
    [InlineData("DE", 15, false)]
    public async Task Maturity_AgainstTheCountrysRating_Decides(string country, int maturity, bool seen) =>
        (await SeesAsync("matrix", "The Matrix", new(country, maturity, Library.Now))).ShouldBe(seen);

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public async Task Unrated_Title_IsForAdults(int maturity, bool seen) =>
        (await SeesAsync("gravity", "Space & <b>Time</b>", new("DE", maturity, Library.Now))).ShouldBe(seen);

    [Fact]
    public async Task Child_Browsing_SeesNothingElse()
    {
        var page = await engine.AskAsync(null, q => q with { Viewer = new("DE", 0, Library.Now), Facets = true });
        page.Hits.Select(h => h.Document.OriginalTitle).ShouldBe(["Bluebird Lane", "The Lost Egg"]);
        page.Total!.Count.ShouldBe(2);
        page.Facets.SelectMany(f => f.Values).Select(v => v.Value).ShouldNotContain("war");
    }

    [Fact]
    public async Task People_OfHiddenTitlesOnly_AreNotShown()
    {
        (await engine.AskAsync("dafoe", q => q with { People = true })).People.ShouldHaveSingleItem().Name.ShouldBe("Willem Dafoe");
        (await engine.AskAsync("dafoe", q => q with { People = true, Viewer = new("DE", 12, Library.Now) })).People.ShouldBeEmpty();
    }

    private async Task<bool> SeesAsync(string text, string title, Viewer viewer) =>
        (await engine.AskAsync(text, q => q with { Viewer = viewer })).Hits.Any(h => h.Document.OriginalTitle == title);
}
