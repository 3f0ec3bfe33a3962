using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.Texts;
using Streamix.Discovery.Index.Writing;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>A document as the parameters of <see cref="Put"/>.</summary>
internal static class TitleRow
{
    private const string Everywhere = "*";

    /// <summary>Npgsql takes the very first day for infinity, which cannot be counted with.</summary>
    private static readonly DateOnly Unknown = new(1000, 1, 1);

    public static NpgsqlBatchCommand Of(IndexChange change)
    {
        NpgsqlBatchCommand command = new(change.Document is null ? Put.Tombstone : Put.Title);
        command.Parameters.With("id", NpgsqlDbType.Uuid, change.TitleId).With("revision", NpgsqlDbType.Bigint, change.Revision);
        if (change.Document is { } document)
            Fill(command.Parameters, document);
        return command;
    }

    private static void Fill(NpgsqlParameterCollection row, TitleDocument document)
    {
        var people = document.Credits.DistinctBy(c => c.PersonId).ToArray();
        row.With("kind", document.Kind).With("format", document.Format)
            .With("year", NpgsqlDbType.Integer, document.Year)
            .With("released", NpgsqlDbType.Date, document.ReleasedOn ?? (document.Year is { } year ? new DateOnly(year, 1, 1) : Unknown))
            .With("popularity", NpgsqlDbType.Double, document.Popularity)
            .With("sort_title", document.OriginalTitle)
            .With("genres", document.Genres).With("tags", document.Tags)
            .With("languages", Languages.Primaries([.. document.AudioLanguages, document.OriginalLanguage]))
            .With("captions", Languages.Primaries(document.CaptionLanguages))
            .With("ages", NpgsqlDbType.Jsonb, ByTerritory(document, r => r.MinimumAge))
            .With("labels", NpgsqlDbType.Jsonb, ByTerritory(document, r => r.Label))
            .With("title_keys", document.Texts.Select(t => Words.Of(t.Title)).Append(Words.Of(document.OriginalTitle)))
            .With("people", NpgsqlDbType.Array | NpgsqlDbType.Uuid, people.Select(c => c.PersonId).ToArray())
            .With("names", people.Select(c => c.Name)).With("name_words", people.Select(c => Words.Of(c.Name)))
            .With("document", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(document, JsonDefaults.Options));
        FillWindows(row, document.Availability);
        var texts = SearchTexts.Of(document).ToLookup(t => t.Configuration == TextConfigurations.Plain);
        row.With("plain", texts[true].Select(t => t.Configuration)).With("weights", texts[true].Select(t => t.Weight)).With("texts", texts[true].Select(t => t.Words))
            .With("grammars", texts[false].Select(t => t.Configuration)).With("grammar_weights", texts[false].Select(t => t.Weight)).With("grammar_texts", texts[false].Select(t => t.Words));
    }

    private static void FillWindows(NpgsqlParameterCollection row, IReadOnlyList<DocumentWindow> windows)
    {
        var simple = windows is [{ Territory: Everywhere }] ? windows[0] : null;
        row.With("opens", NpgsqlDbType.TimestampTz, simple?.From.UtcDateTime)
            .With("closes", NpgsqlDbType.TimestampTz, simple is null ? null : End(simple))
            .With("window_territories", windows.Select(w => w.Territory))
            .With("window_opens", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, windows.Select(w => w.From.UtcDateTime).ToArray())
            .With("window_closes", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, windows.Select(End).ToArray());
    }

    /// <summary>Npgsql writes the largest instant as infinity.</summary>
    private static DateTime End(DocumentWindow window) => window.Until?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    private static string ByTerritory<T>(TitleDocument document, Func<DocumentRating, T> value) =>
        JsonSerializer.Serialize(document.Ratings.GroupBy(r => r.Territory, StringComparer.Ordinal).ToDictionary(g => g.Key, g => value(g.First()), StringComparer.Ordinal));
}
