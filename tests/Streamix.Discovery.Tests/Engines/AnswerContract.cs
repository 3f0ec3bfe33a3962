using System.Text.Json;
using Streamix.Discovery.Index.Answers;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Tests.Engines;

public abstract class AnswerContract(EngineUnderTest engine)
{
    [Fact]
    public async Task Highlights_OfAMatch_MarkItAndNothingElse()
    {
        var hit = (await engine.AskAsync("matrix")).Hits[0];
        hit.Title!.Where(p => p.Match).Select(p => p.Text).ShouldBe(["Matrix"]);
        string.Concat(hit.Title!.Select(p => p.Text)).ShouldBe("The Matrix");
    }

    [Fact]
    public async Task Highlights_Accents_AreMarkedAsWritten() =>
        (await engine.AskAsync("amelie")).Hits[0].Title!.Single(p => p.Match).Text.ShouldBe("Amélie");

    [Fact]
    public async Task Highlights_MarkupInTheText_StaysText()
    {
        var hit = (await engine.AskAsync("gravity")).Hits.ShouldHaveSingleItem();
        var text = string.Concat(hit.Synopsis!.Select(p => p.Text));
        hit.Synopsis!.Where(p => p.Match).Select(p => p.Text).Distinct().ShouldBe(["gravity"]);
        text.ShouldNotContain("<mark>");
        text.ShouldNotContain("&amp;");
        Library.Named("Space & <b>Time</b>").Texts[0].Synopsis!.ShouldContain(text.Trim());
    }

    [Fact]
    public async Task Highlights_Browsing_HasNone() => (await engine.AskAsync(null)).Hits.ShouldAllBe(h => h.Title == null && h.Synopsis == null);

    [Theory]
    [InlineData("de", "Matrix")]
    [InlineData("de-AT", "Matrix")]
    [InlineData("pt", "The Matrix")]
    public async Task Texts_Shown_AreTheReadersOrTheNearest(string language, string title) =>
        (await engine.AskAsync("matrix", q => q with { Language = language })).Hits[0].Shown.Title.ShouldBe(title);

    [Fact]
    public async Task Document_Found_IsTheOneThatWasWritten()
    {
        var found = (await engine.AskAsync("matrix")).Hits[0].Document;
        var written = Library.Named("The Matrix");
        JsonSerializer.Serialize(found, JsonDefaults.Options).ShouldBe(JsonSerializer.Serialize(written, JsonDefaults.Options));
    }

    [Fact]
    public async Task Facets_OfASearch_CountItsHits()
    {
        var page = await engine.AskAsync("keanu", q => q with { Facets = true, Limit = 1 });
        page.Total.ShouldBe(new SearchTotal(3, IsExact: true));
        Counts(page, FacetNames.Genre).ShouldBe([("action", 3L), ("sci-fi-fantasy", 2L), ("thriller", 1L)]);
        Counts(page, FacetNames.Decade).ShouldBe([("1990", 1L), ("2000", 1L), ("2010", 1L)]);
        Counts(page, FacetNames.Kind).ShouldBe([("movie", 3L)]);
        Counts(page, FacetNames.Age).ShouldBe([("12", 1L), ("16", 1L), ("18", 1L)]);
        page.Facets.Select(f => f.Name).ShouldBe(FacetNames.All);
    }

    [Fact]
    public async Task Facets_WithAFilter_LeaveTheirOwnOut()
    {
        var page = await engine.AskAsync("keanu", q => q with { Facets = true, Filters = new() { Genres = ["thriller"] } });
        page.Total!.Count.ShouldBe(1);
        Counts(page, FacetNames.Genre).ShouldBe([("action", 3L), ("sci-fi-fantasy", 2L), ("thriller", 1L)]);
        Counts(page, FacetNames.Decade).ShouldBe([("2010", 1L)]);
    }

    [Theory]
    [InlineData("keanu reeves")]
    [InlineData("reevs")]
    [InlineData("Keanu")]
    public async Task People_ByName_AreFoundWithTheirTitles(string text)
    {
        var person = (await engine.AskAsync(text, q => q with { People = true })).People[0];
        person.ShouldBe(new PersonHit(Library.Id("Keanu Reeves"), "Keanu Reeves", 3));
    }

    [Fact]
    public async Task People_NotAskedFor_AreNotThere() => (await engine.AskAsync("keanu")).People.ShouldBeEmpty();

    [Fact]
    public async Task Explain_Asked_TellsTheQueryAndTheParts()
    {
        var page = await engine.AskAsync("matirx", q => q with { Explain = true });
        page.Explanation!.Query.ShouldContain("matrix");
        page.Hits[0].Parts!.ShouldNotBeEmpty();
        (await engine.AskAsync("matirx")).Explanation.ShouldBeNull();
    }

    private static (string, long)[] Counts(SearchPage page, string facet) => [.. page.Facets.Single(f => f.Name == facet).Values.Select(v => (v.Value, v.Count))];
}
