using Streamix.Discovery.Index.Answers;

namespace Streamix.Discovery.Tests.Engines;

public abstract class RankingContract(EngineUnderTest engine)
{
    [Theory]
    [InlineData("matrix", "The Matrix")]
    [InlineData("the matrix", "The Matrix")]
    [InlineData("MATRIX", "The Matrix")]
    [InlineData("matrix reloaded", "The Matrix Reloaded")]
    [InlineData("reloaded matrix", "The Matrix Reloaded")]
    [InlineData("great escape", "The Great Escape")]
    public async Task Search_WordsOfATitle_FindsItFirst(string text, string title) => (await FirstAsync(text)).ShouldBe(title);

    [Theory]
    [InlineData("matirx", "The Matrix")]
    [InlineData("matrx", "The Matrix")]
    [InlineData("matriix", "The Matrix")]
    [InlineData("natrix", "The Matrix")]
    [InlineData("jhon wick", "John Wick")]
    [InlineData("bleubird", "Bluebird Lane")]
    [InlineData("carravann", "Caravan")]
    [InlineData("keenu reeves", "John Wick")]
    public async Task Search_SlipsOfTheFinger_AreForgiven(string text, string title) => (await FirstAsync(text)).ShouldBe(title);

    [Theory]
    [InlineData("amelie", "Le Fabuleux Destin d'Amélie Poulain")]
    [InlineData("AMÉLIE", "Le Fabuleux Destin d'Amélie Poulain")]
    [InlineData("hauser", "The Matrix")]
    public async Task Search_Accents_MakeNoDifference(string text, string title) => (await FirstAsync(text)).ShouldBe(title);

    [Fact]
    public async Task Search_ExactTitle_WinsOverPopularity() => (await FirstAsync("dune")).ShouldBe("Dune");

    [Fact]
    public async Task Search_TitleMatch_WinsOverSynopsis() => (await TitlesAsync("desert")).ShouldBe(["Desert Rose", "Caravan", "Dune"]);

    [Fact]
    public async Task Search_AllWords_ComeBeforeSome() => (await TitlesAsync("montmartre waitress")).ShouldBe(["Le Fabuleux Destin d'Amélie Poulain"]);

    [Fact]
    public async Task Search_NothingHasAllWords_AnyWillDo() => (await TitlesAsync("wick caravan")).ShouldBe(["John Wick", "Caravan"], ignoreOrder: true);

    [Theory]
    [InlineData("sci-fi")]
    [InlineData("science fiction")]
    public async Task Search_Synonyms_FindTheSame(string text) => (await TitlesAsync(text)).ShouldContain("Dune");

    [Fact]
    public async Task Search_SynonymOfSeveralWords_IsFound() => (await TitlesAsync("wwii")).ShouldContain("The Great Escape");

    [Theory]
    [InlineData("en", "runs")]
    [InlineData("de", "Stadt")]
    public async Task Search_OtherForms_FollowTheReadersLanguage(string language, string text)
    {
        var found = await engine.AskAsync(text, q => q with { Language = language });
        found.Hits.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("東京")]
    [InlineData("物語")]
    [InlineData("tokyo")]
    public async Task Search_ScriptsWithoutSpaces_AreFoundByParts(string text) => (await FirstAsync(text)).ShouldBe("東京物語");

    [Theory]
    [InlineData("keanu", "John Wick")]
    [InlineData("trinity", "The Matrix")]
    public async Task Search_CastAndCharacters_AreFound(string text, string title) => (await FirstAsync(text)).ShouldBe(title);

    [Theory]
    [InlineData("zzyzxqqq")]
    [InlineData("!!! ???")]
    [InlineData("'; DROP TABLE titles; --")]
    [InlineData("\\ ' \" & | ! ( ) : * <->")]
    [InlineData("\u0301\u200D")]
    public async Task Search_Nonsense_FindsNothingAndBreaksNothing(string text) => (await TitlesAsync(text)).ShouldBeEmpty();

    [Fact]
    public async Task Search_Correction_IsTold()
    {
        (await engine.AskAsync("the matirx")).Corrected.ShouldBe("the matrix");
        (await engine.AskAsync("the matrix")).Corrected.ShouldBeNull();
    }

    private async Task<string?> FirstAsync(string text) => (await TitlesAsync(text)).FirstOrDefault();

    private async Task<string[]> TitlesAsync(string text) => Names(await engine.AskAsync(text));

    private static string[] Names(SearchPage page) => [.. page.Hits.Select(h => h.Document.OriginalTitle)];
}
