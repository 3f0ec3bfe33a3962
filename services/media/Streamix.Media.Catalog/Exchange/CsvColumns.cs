using System.Globalization;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>
/// The columns of a table of titles. Lists are cells of <see cref="Cell"/>: ratings <c>DE:FSK 6:6</c>, availability <c>DE@from/until</c>,
/// credits <c>cast:ana-lee:Ana Lee:Rita</c>, external ids <c>imdb:tt1</c>. Texts have columns by language: <c>title:de</c>.
/// </summary>
internal static class CsvColumns
{
    private static readonly string[] Fixed =
    [
        "kind", "slug", "parent", "number", "format", "originalTitle", "originalLanguage", "releasedOn", "year", "runtimeSeconds", "promotion", "genres", "tags", "countries",
        "ratings", "availability", "credits", "externalIds", "state",
    ];

    private static readonly string[] Required = ["kind", "originalTitle", "originalLanguage"];
    private static readonly string[] OfTexts = ["title", "tagline", "synopsis"];

    public static IReadOnlyList<string> Of(IEnumerable<string> languages) => [.. Fixed, .. languages.SelectMany(l => OfTexts.Select(t => $"{t}:{l}"))];

    /// <exception cref="StoppedException">A column is unknown, missing or there twice.</exception>
    public static IReadOnlyList<string> Check(IReadOnlyList<string> columns)
    {
        if (columns.FirstOrDefault(c => !Fixed.Contains(c) && LanguageOf(c) is null) is { } unknown)
            throw new StoppedException($"Nobody knows the column '{unknown}'.");
        if (Required.FirstOrDefault(r => !columns.Contains(r)) is { } missing)
            throw new StoppedException($"The column '{missing}' is missing.");
        return columns.Distinct(StringComparer.Ordinal).Count() == columns.Count ? columns : throw new StoppedException("A column is there twice.");
    }

    public static string Write(ExchangeTitle t, string column) => column switch
    {
        "kind" => t.Kind,
        "slug" => t.Slug ?? "",
        "parent" => t.Parent ?? "",
        "number" => Text(t.Number),
        "format" => t.Format ?? "",
        "originalTitle" => t.OriginalTitle,
        "originalLanguage" => t.OriginalLanguage,
        "releasedOn" => t.ReleasedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        "year" => Text(t.Year),
        "runtimeSeconds" => Text(t.RuntimeSeconds),
        "promotion" => Text(t.Promotion),
        "genres" => string.Join('|', t.Genres),
        "tags" => string.Join('|', t.Tags),
        "countries" => string.Join('|', t.Countries),
        "ratings" => Cell.Write(t.Ratings.Select(r => new[] { r.Territory, r.Label, Text(r.MinimumAge) })),
        "availability" => string.Join('|', t.Availability.Select(w => $"{w.Territory}@{Text(w.From)}/{Text(w.Until)}")),
        "credits" => Cell.Write(t.Credits.Select(c => new[] { c.Department, c.Person, c.Name, c.Character })),
        "externalIds" => Cell.Write(t.ExternalIds.Select(e => new[] { e.Source, e.Value })),
        "state" => t.State ?? "",
        _ => t.Texts.FirstOrDefault(x => x.Language == LanguageOf(column)) is { } text ? Text(text, column) : "",
    };

    /// <exception cref="RowException">A cell cannot be read.</exception>
    public static ExchangeTitle Read(IReadOnlyList<string> columns, Func<string, string> cellOf)
    {
        string? Cells(string column) => columns.Contains(column) && cellOf(column) is { Length: > 0 } cell ? cell : null;
        List<string[]> Lists(string column) => Cell.Read(Cells(column) ?? "");
        return new(
            Cells("kind") ?? throw RowException.Of("kind", "is required"), Cells("originalTitle") ?? throw RowException.Of("originalTitle", "is required"),
            Cells("originalLanguage") ?? throw RowException.Of("originalLanguage", "is required"), Cells("slug"), Cells("parent"), CsvValues.Number("number", Cells("number")), Cells("format"),
            CsvValues.Day("releasedOn", Cells("releasedOn")), CsvValues.Number("year", Cells("year")), CsvValues.Number("runtimeSeconds", Cells("runtimeSeconds")),
            CsvValues.Number("promotion", Cells("promotion")) ?? 0)
        {
            Genres = [.. Lists("genres").Select(e => e[0])],
            Tags = [.. Lists("tags").Select(e => e[0])],
            Countries = [.. Lists("countries").Select(e => e[0])],
            Ratings = [.. Lists("ratings").Select(CsvValues.Rating)],
            Availability = [.. (Cells("availability") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(CsvValues.Window)],
            Credits = [.. Lists("credits").Select(CsvValues.Credit)],
            ExternalIds = [.. Lists("externalIds").Select(CsvValues.ExternalId)],
            Texts = [.. columns.Select(LanguageOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(l => Texts(l, Cells)).OfType<TextContent>()],
        };
    }

    private static TextContent? Texts(string language, Func<string, string?> cells) => (cells($"title:{language}"), cells($"tagline:{language}"), cells($"synopsis:{language}")) switch
    {
        (null, null, null) => null,
        (null, _, _) => throw RowException.Of($"title:{language}", "is required where there are other texts of the language"),
        var (title, tagline, synopsis) => new(language, title, tagline, synopsis),
    };

    private static string? LanguageOf(string column) => column.Split(':') is [var name, { Length: > 0 } language] && OfTexts.Contains(name) ? language : null;

    private static string Text(TextContent text, string column) => (column.Split(':')[0] switch { "title" => text.Title, "tagline" => text.Tagline, _ => text.Synopsis }) ?? "";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture) ?? "";
}
