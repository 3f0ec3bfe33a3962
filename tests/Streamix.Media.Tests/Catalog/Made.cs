using Streamix.Media.Catalog.Browsing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Tests.Catalog;

/// <summary>Things for tests of rules.</summary>
internal static class Made
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static Title Title(TitleContent? content = null) => new("movie", null, content ?? Content(), "a-title", Now);

    public static TitleContent Content() => new("A title", "en", Format: "movie") { Genres = ["drama"] };

    public static Viewer Viewer(string? country = null, int? maturity = null, params string[] languages) => new(country, maturity, languages, Now);

    public static TitleRow Row(string kind = "movie", TitleRow? parent = null, IEnumerable<TitleWindow>? windows = null, IEnumerable<TitleRating>? ratings = null) => new()
    {
        Id = Guid.CreateVersion7(), Kind = kind, ParentId = parent?.Id, Windows = [.. windows ?? []], Ratings = [.. ratings ?? []],
    };

    /// <summary>Hours from now; null for no end.</summary>
    public static TitleWindow Window(string territory, double from = -1, double? until = null) =>
        new(new WindowContent(territory, Now.AddHours(from), until is { } end ? Now.AddHours(end) : null));

    public static TitleRating Rating(string territory, int age) => new(new RatingContent(territory, $"{age}", age));
}
