using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class ContentDiffTests
{
    private static readonly Gen<TitleContent> Contents =
        from title in Gen.Elements("One", "Two", "Three")
        from year in Gen.Elements<int?>(null, 1990, 2000)
        from genres in Gen.SubListOf(Genres.All.Take(4))
        from languages in Gen.SubListOf("en", "de", "fr")
        from wording in Gen.Elements("A", "B")
        from territories in Gen.SubListOf("*", "DE", "FR")
        from age in Gen.Choose(0, 2)
        select new TitleContent(title, "en", Format: "movie", Year: year)
        {
            Genres = [.. genres],
            Texts = [.. languages.Select(l => new TextContent(l, wording))],
            Ratings = [.. territories.Select(t => new RatingContent(t, "x", age))],
            Availability = [.. territories.Select(t => new WindowContent(t, Made.Now.AddDays(age)))],
        };

    private static readonly Arbitrary<(TitleContent, TitleContent)> Pairs = (from a in Contents from b in Contents select (a, b)).ToArbitrary();

    [Fact]
    public void Between_Itself_IsEmpty() => Prop.ForAll(Contents.ToArbitrary(), c => ContentDiff.Between(c, c with { }).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_TurnedAround_HasTheSamePlaces() => Prop.ForAll(Pairs, p =>
        ContentDiff.Between(p.Item1, p.Item2).Select(c => (c.Path, $"{c.Before}", $"{c.After}"))
            .SequenceEqual(ContentDiff.Between(p.Item2, p.Item1).Select(c => (c.Path, $"{c.After}", $"{c.Before}")))).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_AppliedToTheOld_GivesTheNew() => Prop.ForAll(Pairs, p =>
    {
        var places = ContentDiff.Of(p.Item1).ToDictionary(c => c.Path, c => $"{c.After}");
        foreach (var change in ContentDiff.Between(p.Item1, p.Item2))
            if (change.After is null)
                places.Remove(change.Path);
            else
                places[change.Path] = $"{change.After}";
        return places.OrderBy(x => x.Key, StringComparer.Ordinal).SequenceEqual(
            ContentDiff.Of(p.Item2).ToDictionary(c => c.Path, c => $"{c.After}").OrderBy(x => x.Key, StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_Reordered_IsByLanguageNotByPosition()
    {
        var before = Made.Content() with { Texts = [new("de", "Eins"), new("en", "One")] };
        var after = Made.Content() with { Texts = [new("en", "One"), new("de", "Zwei")], Genres = ["comedy"] };
        var changes = ContentDiff.Between(before, after);
        changes.Select(c => c.Path).ShouldBe(["genres[comedy]", "genres[drama]", "texts[de].title"]);
        ContentDiff.Fields(changes).ShouldBe(["genres", "texts"]);
    }
}
