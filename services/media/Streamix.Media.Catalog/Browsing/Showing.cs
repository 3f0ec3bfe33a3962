using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>Whether an open title may be shown to somebody. A title without ratings or windows of its own has those of the nearest one above.</summary>
internal static class Showing
{
    /// <param name="line">The title, then those above it, nearest first. All of them are published.</param>
    public static bool Shows(IReadOnlyList<TitleRow> line, Viewer viewer) => IsAvailable(Windows(line), viewer) && IsSuitable(Ratings(line), viewer);

    public static IReadOnlyList<TitleWindow> Windows(IReadOnlyList<TitleRow> line) => line.Select(t => t.Windows).FirstOrDefault(w => w.Count > 0) ?? [];

    public static IReadOnlyList<TitleRating> Ratings(IReadOnlyList<TitleRow> line) => line.Select(t => t.Ratings).FirstOrDefault(r => r.Count > 0) ?? [];

    /// <summary>A window is open now where the viewer is; anywhere, when nobody knows where that is.</summary>
    public static bool IsAvailable(IReadOnlyList<TitleWindow> windows, Viewer viewer) =>
        windows.Any(w => w.From <= viewer.Now && (w.Until is null || w.Until > viewer.Now) && (viewer.Country is null || w.Territory == "*" || w.Territory == viewer.Country));

    public static bool IsSuitable(IReadOnlyList<TitleRating> ratings, Viewer viewer) =>
        viewer.Maturity is not { } most || (RatingFor(ratings, viewer)?.MinimumAge ?? Viewer.Unrated) <= most;

    /// <summary>The rating of the viewer's country, else the one for everywhere else; where neither is known, the strictest there is.</summary>
    public static TitleRating? RatingFor(IReadOnlyList<TitleRating> ratings, Viewer viewer) =>
        ratings.FirstOrDefault(r => r.Territory == viewer.Country) ?? ratings.FirstOrDefault(r => r.Territory == "*")
        ?? (viewer.Country is null ? ratings.MaxBy(r => r.MinimumAge) : null);

    /// <summary>The same question to the database, for titles that stand by themselves.</summary>
    public static IQueryable<Title> HeadsFor(this IQueryable<Title> titles, Viewer viewer)
    {
        var (country, now) = (viewer.Country, viewer.Now);
        titles = titles.Where(t => t.ParentId == null && t.State == TitleState.Published);
        titles = country is null
            ? titles.Where(t => t.Windows.Any(w => w.From <= now && (w.Until == null || w.Until > now)))
            : titles.Where(t => t.Windows.Any(w => w.From <= now && (w.Until == null || w.Until > now) && (w.Territory == country || w.Territory == "*")));
        if (viewer.Maturity is not { } most)
            return titles;
        return country is null
            ? titles.Where(t => t.Ratings.OrderBy(r => r.Territory == "*" ? 0 : 1).ThenByDescending(r => r.MinimumAge).Select(r => (int?)r.MinimumAge).FirstOrDefault() <= most)
            : titles.Where(t => t.Ratings.Where(r => r.Territory == country || r.Territory == "*").OrderBy(r => r.Territory == "*" ? 1 : 0)
                .Select(r => (int?)r.MinimumAge).FirstOrDefault() <= most);
    }
}
