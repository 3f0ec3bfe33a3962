using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Tests.Catalog;

public sealed class TitleRulesTests
{
    private static readonly TitleContentRules Rules = new();

    [Theory]
    [InlineData("Big Buck Bunny", "big-buck-bunny")]
    [InlineData("  L'Été — à Paris! ", "lete-a-paris")]
    [InlineData("Straße & Łódź", "strasse-and-lodz")]
    [InlineData("千と千尋の神隠し", "title")]
    [InlineData("WALL·E", "wall-e")]
    [InlineData("0197a3c0-0000-7000-8000-000000000001", "title")]
    public void Slug_OfATitle_IsPlain(string title, string slug) => Slug.Of(title).ShouldBe(slug);

    [Fact]
    public void Slug_OfAnything_IsValid() => Prop.ForAll<string>(text => Slug.IsValid(Slug.Of(text ?? ""))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Heat", -1)]
    [InlineData("-heat", -1)]
    [InlineData("he--at", -1)]
    [InlineData("", -1)]
    [InlineData("heat-2", 0)]
    public void Slug_Given_IsValidOrNot(string slug, int valid) => Slug.IsValid(slug).ShouldBe(valid == 0);

    [Theory]
    [InlineData(1, 1995, "heat-1995")]
    [InlineData(2, 1995, "heat-3")]
    [InlineData(1, 0, "heat-2")]
    public void Slug_Taken_HasTheYearThenANumber(int attempt, int year, string another) => Slug.Another("heat", attempt, year).ShouldBe(another);

    [Theory]
    [InlineData("The Matrix", "matrix")]
    [InlineData("A", "a")]
    [InlineData("¡Tres Amigos!", "tres amigos!")]
    [InlineData("The", "the")]
    public void SortTitle_LeavesOutWhatDoesNotCount(string title, string key) => TitleSort.KeyOf(title).ShouldBe(key);

    [Theory]
    [InlineData("movie", null, true)]
    [InlineData("series", null, true)]
    [InlineData("season", "series", true)]
    [InlineData("episode", "season", true)]
    [InlineData("trailer", "movie", true)]
    [InlineData("trailer", "season", true)]
    [InlineData("episode", "series", false)]
    [InlineData("season", null, false)]
    [InlineData("movie", "series", false)]
    [InlineData("trailer", null, false)]
    [InlineData("trailer", "episode", false)]
    public void Kinds_ParentAndChild_AreAsTheTableSays(string kind, string? parent, bool may) => Kinds.MayBelongTo(kind, parent).ShouldBe(may);

    [Theory]
    [InlineData("movie", null, "movie", "")]
    [InlineData("movie", 1, "movie", "number")]
    [InlineData("movie", null, null, "format")]
    [InlineData("season", null, null, "number")]
    [InlineData("episode", 1, null, "")]
    [InlineData("episode", 1, "series", "format")]
    public void KindRules_NumberAndFormat_BelongToTheirKinds(string kind, int? number, string? format, string wrong) =>
        string.Join(',', KindRules.Complaints(kind, new TitleContent("X", "en", number, Format: format)).Keys).ShouldBe(wrong);

    [Theory]
    [InlineData("A-B C-D", true)]
    [InlineData("A-B B-C", true)]
    [InlineData("A-C B-D", false)]
    [InlineData("A- B-C", false)]
    [InlineData("B- A-B", true)]
    public void Windows_OfOneTerritory_DoNotOverlap(string windows, bool apart) =>
        WindowContentRules.AreApart([.. windows.Split(' ').Select(w => w.Split('-')).Select(w => new WindowContent("DE", Day(w[0])!.Value, Day(w[1])))]).ShouldBe(apart);

    [Fact]
    public void Rules_EachMistake_IsNamed()
    {
        var wrong = new TitleContent(" ", "english!", Number: -1, Slug: "A B", Format: "opera", Year: 1700, RuntimeSeconds: 0, Promotion: 101)
        {
            Genres = ["dramma"],
            Tags = ["featured", "featured"],
            Countries = ["nl"],
            Texts = [new("en", "")],
            Ratings = [new("**", "", 40)],
            Availability = [new("DE", Made.Now, Made.Now)],
            Credits = [new(Guid.NewGuid(), "boss", "He")],
            ExternalIds = [new("IMDB", "")],
        };
        Rules.Validate(wrong).Errors.Select(e => e.PropertyName).Distinct().Order().ShouldBe([
            "Availability[0].Until", "Countries[0]", "Credits[0].Character", "Credits[0].Department", "ExternalIds[0].Source", "ExternalIds[0].Value", "Format", "Genres[0]",
            "Number", "OriginalLanguage", "OriginalTitle", "Promotion", "Ratings[0].Label", "Ratings[0].MinimumAge", "Ratings[0].Territory", "RuntimeSeconds", "Slug", "Tags",
            "Texts[0].Title", "Year"]);
    }

    [Fact]
    public void Completeness_OfAnEmptyMovie_NamesAllThatIsMissing() =>
        Completeness.Missing(Made.Title(new("X", "en", Format: "movie")), []).Keys.Order().ShouldBe(["availability", "genres", "package", "ratings", "texts"]);

    [Fact]
    public void Rows_Become_AnyListIntoAnyOther() => Prop.ForAll<int[], int[]>((before, after) =>
    {
        var rows = before.Distinct().Select(n => new Box(n, 0)).ToList();
        var kept = rows.ToDictionary(r => r.Key);
        rows.Become(after.Distinct().Select(n => new Box(n, 1)), r => r.Key, (old, wanted) => old.Value = wanted.Value);
        return rows.Select(r => r.Key).ToHashSet().SetEquals(after) && rows.TrueForAll(r => r.Value == 1) && rows.TrueForAll(r => !kept.TryGetValue(r.Key, out var old) || old == r);
    }).QuickCheckThrowOnFailure();

    private static DateTimeOffset? Day(string letter) => letter.Length == 0 ? null : Made.Now.AddDays(letter[0]);

    private sealed class Box(int key, int value)
    {
        public int Key => key;

        public int Value { get; set; } = value;
    }
}
