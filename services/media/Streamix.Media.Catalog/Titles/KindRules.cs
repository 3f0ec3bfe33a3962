using Streamix.Media.Contracts.Titles;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Titles;

/// <summary>What the kind of a title asks of its contents.</summary>
internal static class KindRules
{
    /// <summary>What is wrong, by field; empty when nothing is.</summary>
    public static Dictionary<string, string[]> Complaints(string kind, TitleContent content)
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        if (Kinds.IsNumbered(kind) != content.Number is not null)
            errors["number"] = [Kinds.IsNumbered(kind) ? "is required for seasons and episodes" : "is for seasons and episodes only"];
        if (Kinds.IsHead(kind) != content.Format is not null)
            errors["format"] = [Kinds.IsHead(kind) ? "is required for movies and series" : "is for movies and series only"];
        if (!Kinds.Plays(kind) && content.RuntimeSeconds is not null)
            errors["runtimeSeconds"] = ["is for what plays only"];
        if (kind == TitleKinds.Trailer && content.Credits.Count > 0)
            errors["credits"] = ["are not for trailers"];
        return errors;
    }

    /// <summary>The same content with trimmed texts and languages and territories in their usual form.</summary>
    public static TitleContent Tidy(TitleContent c) => c with
    {
        OriginalTitle = c.OriginalTitle.Trim(),
        OriginalLanguage = LanguageTag.Canonical(c.OriginalLanguage),
        Texts = [.. c.Texts.Select(t => new TextContent(LanguageTag.Canonical(t.Language), t.Title.Trim(), Blank(t.Tagline), Blank(t.Synopsis)))],
        Ratings = [.. c.Ratings.Select(r => r with { Label = r.Label.Trim() })],
        Availability = [.. c.Availability.Select(w => w with { From = Micro(w.From), Until = w.Until is { } until ? Micro(until) : null })],
        Credits = [.. c.Credits.Select(p => p with { Character = Blank(p.Character) })],
        ExternalIds = [.. c.ExternalIds.Select(e => e with { Value = e.Value.Trim() })],
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>UTC, as fine as the database keeps it.</summary>
    private static DateTimeOffset Micro(DateTimeOffset at) => at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
