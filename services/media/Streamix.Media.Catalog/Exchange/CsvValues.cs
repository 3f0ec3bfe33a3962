using System.Globalization;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>What cells say, or a complaint about the column.</summary>
internal static class CsvValues
{
    public static int? Number(string column, string? cell) =>
        cell is null ? null : int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw RowException.Of(column, "is not a whole number");

    public static DateOnly? Day(string column, string? cell) =>
        cell is null ? null : DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw RowException.Of(column, "is not a day such as 2008-05-20");

    public static RatingContent Rating(string[] parts) => parts is [var territory, var label, var age]
        ? new(territory, label, Number("ratings", age) ?? 0)
        : throw RowException.Of("ratings", "each must be territory:label:age");

    public static WindowContent Window(string entry) => entry.Split('@', '/') is [var territory, var from, var until]
        ? new(territory, Instant(from) ?? throw RowException.Of("availability", "each must be territory@from/until"), Instant(until))
        : throw RowException.Of("availability", "each must be territory@from/until");

    public static ExchangeCredit Credit(string[] parts) => parts switch
    {
        [var department, var person, var name] => new(department, name, Some(person)),
        [var department, var person, var name, var character] => new(department, name, Some(person), Some(character)),
        _ => throw RowException.Of("credits", "each must be department:slug:name:character"),
    };

    public static ExternalIdContent ExternalId(string[] parts) => parts is [var source, var value] ? new(source, value) : throw RowException.Of("externalIds", "each must be source:value");

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static DateTimeOffset? Instant(string text) => text.Length == 0 ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw RowException.Of("availability", "has something that is not an instant such as 2026-01-01T00:00:00Z");
}
