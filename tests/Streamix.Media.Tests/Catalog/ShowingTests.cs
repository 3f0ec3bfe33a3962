using Streamix.Media.Catalog.Browsing;

namespace Streamix.Media.Tests.Catalog;

public sealed class ShowingTests
{
    [Theory]
    [InlineData("DE", -1, null, "DE", true)]
    [InlineData("DE", -1, 1.0, "DE", true)]
    [InlineData("DE", 0, null, "DE", true)]
    [InlineData("DE", -1, 0.0, "DE", false)]
    [InlineData("DE", 0.1, null, "DE", false)]
    [InlineData("DE", -1, null, "FR", false)]
    [InlineData("*", -1, null, "FR", true)]
    [InlineData("*", 1, null, "FR", false)]
    [InlineData("DE", -1, null, null, true)]
    [InlineData("DE", 1, null, null, false)]
    public void IsAvailable_OneWindow_IsAsTheTableSays(string territory, double from, double? until, string? country, bool shown) =>
        Showing.IsAvailable([Made.Window(territory, from, until)], Made.Viewer(country)).ShouldBe(shown);

    [Theory]
    [InlineData("DE", 12, true)]
    [InlineData("DE", 11, false)]
    [InlineData("FR", 16, true)]
    [InlineData("FR", 15, false)]
    [InlineData(null, 16, true)]
    [InlineData(null, 15, false)]
    public void IsSuitable_OwnElseEverywhere_Counts(string? country, int maturity, bool shown) =>
        Showing.IsSuitable([Made.Rating("DE", 12), Made.Rating("*", 16)], Made.Viewer(country, maturity)).ShouldBe(shown);

    [Theory]
    [InlineData("FR", 17, false)]
    [InlineData("FR", null, true)]
    [InlineData(null, 12, true)]
    [InlineData(null, 6, false)]
    public void IsSuitable_RatedElsewhereOnly_IsForAdultsOrAsTheStrictestSays(string? country, int? maturity, bool shown) =>
        Showing.IsSuitable([Made.Rating("DE", 12), Made.Rating("GB", 0)], Made.Viewer(country, maturity)).ShouldBe(shown);

    [Fact]
    public void Shows_WithoutWindowsOfItsOwn_HasThoseOfTheNearestAbove()
    {
        var series = Made.Row("series", windows: [Made.Window("DE")], ratings: [Made.Rating("*", 6)]);
        var season = Made.Row("season", series, windows: [Made.Window("FR")]);
        var episode = Made.Row("episode", season);
        Showing.Shows([episode, season, series], Made.Viewer("FR", 6)).ShouldBeTrue();
        Showing.Shows([episode, season, series], Made.Viewer("DE", 6)).ShouldBeFalse();
        Showing.Shows([episode, season, series], Made.Viewer("FR", 5)).ShouldBeFalse();
    }

    [Fact]
    public void Shows_NoWindowAnywhere_IsNowhere() => Showing.Shows([Made.Row()], Made.Viewer()).ShouldBeFalse();

    [Fact]
    public void Family_ParentNotOpen_HidesWhatIsBelow()
    {
        var series = Made.Row("series", windows: [Made.Window("*")], ratings: [Made.Rating("*", 0)]);
        var season = Made.Row("season", series);
        var episode = Made.Row("episode", season);
        var pictures = Array.Empty<(Guid, Streamix.Media.Catalog.Publishing.ArtworkView)>().ToLookup(p => p.Item1, p => p.Item2);
        new Family([series, season, episode], Made.Viewer(), pictures).Find(episode.Id).ShouldNotBeNull();
        new Family([series, episode], Made.Viewer(), pictures).Find(episode.Id).ShouldBeNull();
        new Family([season, episode], Made.Viewer(), pictures).Find(season.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("PT", "pt-BR")]
    [InlineData("ja", "fr")]
    [InlineData("xx,de", "de")]
    public void Wording_Wishes_FindTheNearest(string wishes, string language) =>
        Wording.Pick(["de", "fr", "pt-BR"], t => t, wishes.Split(','), "fr").ShouldBe(language);

    [Fact]
    public void Wording_NoneFits_IsEnglishElseTheFirst()
    {
        Wording.Pick(["en", "de"], t => t, ["ja"], "ko").ShouldBe("en");
        Wording.Pick(["it", "de"], t => t, [], "ko").ShouldBe("de");
        Wording.Pick<string>([], t => t, ["ja"], "ko").ShouldBeNull();
    }
}
