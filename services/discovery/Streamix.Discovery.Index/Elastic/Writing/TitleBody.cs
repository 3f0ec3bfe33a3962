using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Discovery.Index.Texts;
using Streamix.Discovery.Index.Writing;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.Elastic.Writing;

/// <summary>A change as the body that is indexed. A tombstone has its id and its revision only.</summary>
internal static class TitleBody
{
    private const string Everywhere = "*";

    /// <summary>Field names have no stars.</summary>
    public const string Anywhere = "any";

    private static readonly DateOnly Unknown = new(1000, 1, 1);

    public static object Of(IndexChange change) => change.Document is { } document
        ? Of(document)
        : new { id = change.TitleId, revision = change.Revision, published = false };

    private static object Of(TitleDocument document) => new
    {
        id = document.TitleId,
        revision = document.Revision,
        published = true,
        kind = document.Kind,
        format = document.Format,
        year = document.Year,
        released = (document.ReleasedOn ?? (document.Year is { } year ? new DateOnly(year, 1, 1) : Unknown)).DayNumber - Unknown.DayNumber,
        popularity = document.Popularity,
        sort_title = document.OriginalTitle,
        genres = document.Genres,
        tags = document.Tags,
        languages = Languages.Primaries([.. document.AudioLanguages, document.OriginalLanguage]),
        captions = Languages.Primaries(document.CaptionLanguages),
        ages = ByTerritory(document, r => r.MinimumAge),
        labels = ByTerritory(document, r => r.Label),
        windows = document.Availability.Select(w => new { territory = w.Territory, opens = w.From.UtcDateTime, closes = w.Until?.UtcDateTime ?? DateTime.MaxValue }),
        title = document.Texts.Select(t => Marks.Clean(t.Title)).Append(document.OriginalTitle).Distinct(StringComparer.Ordinal),
        people = document.Credits.Select(c => c.Name),
        extras = document.Credits.Select(c => c.Character).OfType<string>().Concat(document.Texts.Select(t => t.Tagline).OfType<string>()).Concat(document.Genres).Concat(document.Tags),
        synopsis = document.Texts.Select(t => t.Synopsis).OfType<string>(),
        shown = document.Texts.ToDictionary(t => t.Language.ToLowerInvariant(), t => new { title = Marks.Clean(t.Title), synopsis = Marks.Clean(t.Synopsis ?? "") }, StringComparer.Ordinal),
        credits = document.Credits.DistinctBy(c => c.PersonId).Select(c => new { entry = $"{c.PersonId:n}|{c.Name}", person = c.PersonId, name = c.Name }),
        document = JsonSerializer.SerializeToNode(document, JsonDefaults.Options) as JsonObject,
    };

    private static Dictionary<string, T> ByTerritory<T>(TitleDocument document, Func<DocumentRating, T> value) =>
        document.Ratings.DistinctBy(r => r.Territory).ToDictionary(r => r.Territory == Everywhere ? Anywhere : r.Territory, value, StringComparer.Ordinal);
}
