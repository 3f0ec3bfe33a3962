using Streamix.Discovery.Index.Queries;

namespace Streamix.Discovery.Tests.Engines;

public abstract class FilterContract(EngineUnderTest engine)
{
    [Fact]
    public async Task Browse_WithoutWords_IsByPopularity() =>
        (await TitlesAsync(null, q => q with { Limit = 3 })).ShouldBe(["Caravan", "Children of Dune", "John Wick"]);

    [Fact]
    public async Task Filter_Kind_IsExact() => (await TitlesAsync(new SearchFilters { Kinds = ["series"] })).ShouldBe(["Children of Dune", "Bluebird Lane"]);

    [Fact]
    public async Task Filter_Format_IsExact() => (await TitlesAsync(new SearchFilters { Formats = ["documentary"] })).ShouldBe(["Caravan", "Space & <b>Time</b>"]);

    [Fact]
    public async Task Filter_Genres_AnyWillDo() =>
        (await TitlesAsync(new SearchFilters { Genres = ["romance", "war"] })).ShouldBe(["Le Fabuleux Destin d'Amélie Poulain", "The Great Escape"]);

    [Fact]
    public async Task Filter_Years_AreInclusive() => (await TitlesAsync(new SearchFilters { YearFrom = 1953, YearTo = 1975 })).ShouldBe(["The Great Escape", "東京物語", "Desert Rose"]);

    [Theory]
    [InlineData("fr", 2)]
    [InlineData("FR-ca", 2)]
    [InlineData("ja", 1)]
    public async Task Filter_Languages_RegionsAreIgnored(string language, int count) => (await TitlesAsync(new SearchFilters { Languages = [language] })).Length.ShouldBe(count);

    [Fact]
    public async Task Filter_Captions_RegionsAreIgnored() => (await TitlesAsync(new SearchFilters { Captions = ["pt"] })).ShouldBe(["東京物語"]);

    [Fact]
    public async Task Filter_Rating_IsTheOneOfTheViewersCountry()
    {
        (await TitlesAsync(new SearchFilters { Ratings = ["16"] })).ShouldBe(["The Matrix"]);
        (await TitlesAsync(new SearchFilters { Ratings = ["R"] })).ShouldBe(["John Wick"]);
    }

    [Fact]
    public async Task Filter_MaximumAge_LeavesTheUnratedOut() =>
        (await TitlesAsync(new SearchFilters { MaximumAge = 6 })).ShouldBe(["Le Fabuleux Destin d'Amélie Poulain", "Bluebird Lane", "The Lost Egg"]);

    [Fact]
    public async Task Filter_Tag_IsExact() => (await TitlesAsync(new SearchFilters { Tags = ["for-kids"] })).ShouldBe(["Bluebird Lane"]);

    [Fact]
    public async Task Filter_Person_IsWhoTookPart() =>
        (await TitlesAsync(new SearchFilters { Person = Library.Id("Keanu Reeves") })).ShouldBe(["John Wick", "The Matrix", "The Matrix Reloaded"]);

    [Fact]
    public async Task Filter_WithWords_BothHold() =>
        (await TitlesAsync("dune", q => q with { Filters = new() { Kinds = ["series"] } })).ShouldBe(["Children of Dune"]);

    [Theory]
    [InlineData(SearchSort.Newest, "Space & <b>Time</b>")]
    [InlineData(SearchSort.Oldest, "東京物語")]
    [InlineData(SearchSort.Title, "Bluebird Lane")]
    [InlineData(SearchSort.Popularity, "Caravan")]
    public async Task Sort_BrowsedBy_BeginsWith(SearchSort sort, string title) => (await TitlesAsync(null, q => q with { Sort = sort }))[0].ShouldBe(title);

    [Fact]
    public async Task Sort_WithWords_KeepsToTheOrder() =>
        (await TitlesAsync("keanu", q => q with { Sort = SearchSort.Oldest })).ShouldBe(["The Matrix", "The Matrix Reloaded", "John Wick"]);

    [Theory]
    [InlineData(null, SearchSort.Relevance)]
    [InlineData(null, SearchSort.Newest)]
    [InlineData(null, SearchSort.Oldest)]
    [InlineData(null, SearchSort.Title)]
    [InlineData("desert dune keanu world", SearchSort.Relevance)]
    [InlineData("the", SearchSort.Popularity)]
    public async Task Pages_PutTogether_AreTheWholeOnce(string? text, SearchSort sort)
    {
        var whole = (await engine.AskAsync(text, q => q with { Sort = sort, Limit = 100 })).Hits.Select(h => h.Document.TitleId).ToArray();
        List<Guid> paged = [];
        for (SearchPosition? after = null; ;)
        {
            var page = await engine.AskAsync(text, q => q with { Sort = sort, Limit = 2, After = after });
            paged.AddRange(page.Hits.Select(h => h.Document.TitleId));
            after = page.Next;
            if (after is null)
                break;
        }
        whole.Length.ShouldBeGreaterThan(2);
        paged.ShouldBe(whole);
    }

    private Task<string[]> TitlesAsync(SearchFilters filters) => TitlesAsync(null, q => q with { Filters = filters });

    private async Task<string[]> TitlesAsync(string? text, Func<SearchQuery, SearchQuery> with) => [.. (await engine.AskAsync(text, with)).Hits.Select(h => h.Document.OriginalTitle)];
}
