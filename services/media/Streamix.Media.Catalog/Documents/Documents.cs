using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Documents;

internal static class Documents
{
    private const string Poster = "poster";

    /// <param name="above">Those above, nearest first; a title has from them what it lacks itself.</param>
    /// <param name="people">Names by id.</param>
    public static TitleDocument Of(Title title, IReadOnlyList<Title> above, IReadOnlyDictionary<Guid, string> people, ILookup<Guid, ArtworkView> pictures)
    {
        IReadOnlyList<Title> line = [title, .. above];
        var package = PackageFacts.Of(title.Package);
        return new(
            title.Id, title.Revision, line.All(t => t.IsPublished), title.Kind, First(line, t => t.Format)!, title.SeriesId, title.Slug, title.OriginalTitle, title.OriginalLanguage,
            [.. title.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => new DocumentText(t.Language, t.Title, t.Tagline, t.Synopsis))],
            title.Year == 0 ? null : title.Year, title.ReleasedOn, Some(line, t => t.Genres), Some(line, t => t.Tags),
            [.. title.Credits.OrderBy(c => c.Position).Select(c => new DocumentCredit(c.PersonId, people[c.PersonId], c.Department, c.Character))],
            [.. Some(line, t => t.Ratings).OrderBy(r => r.Territory, StringComparer.Ordinal).Select(r => new DocumentRating(r.Territory, r.Label, r.MinimumAge))],
            package is null ? title.RuntimeSeconds : (int)Math.Round(package.Duration), package?.AudioLanguages ?? [], package?.CaptionLanguages ?? [],
            [.. Some(line, t => t.Windows).OrderBy(w => w.Territory, StringComparer.Ordinal).ThenBy(w => w.From).Select(w => new DocumentWindow(w.Territory, w.From, w.Until))],
            First(line, t => pictures[t.Id].FirstOrDefault(a => a.Kind == Poster)?.Images.FirstOrDefault()?.Address), title.Promotion, title.PublishedAt);
    }

    private static IReadOnlyList<T> Some<T>(IReadOnlyList<Title> line, Func<Title, List<T>> part) => line.Select(part).FirstOrDefault(p => p.Count > 0) ?? [];

    private static string? First(IReadOnlyList<Title> line, Func<Title, string?> part) => line.Select(part).FirstOrDefault(p => p is not null);
}
