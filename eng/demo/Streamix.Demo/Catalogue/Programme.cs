using System.Globalization;

namespace Streamix.Demo.Catalogue;

/// <summary>The catalogue as a sequence of what plays, in the order in which it opens.</summary>
internal static class Programme
{
    public static IReadOnlyList<Showing> Of(CatalogueFile catalogue) => [.. catalogue.Titles.SelectMany(Of), .. catalogue.Titles.Where(title => title.Trailer is not null).Select(Trailer)];

    private static IEnumerable<Showing> Of(TitleEntry title) => title.Seasons is { } seasons ? Episodes(title, seasons) : [Head(title)];

    private static Showing Head(TitleEntry title) => new(title.Slug, title.Kind, null, title.En, title.Ar, title, null, title.Film, title.Look, []);

    private static Showing Trailer(TitleEntry title) => new(
        $"{title.Slug}-trailer", "trailer", Head(title), title.En with { Title = $"{title.En.Title}: Trailer" }, title.Ar with { Title = $"{title.Ar.Title}: الإعلان" },
        title, null, title.Trailer, null, []);

    private static IEnumerable<Showing> Episodes(TitleEntry title, IReadOnlyList<SeasonEntry> seasons)
    {
        var series = Head(title);
        foreach (var (i, entry) in seasons.Index())
        {
            var season = new Showing($"{title.Slug}-s{Two(entry.Number)}", "season", series, entry.En, entry.Ar, title, entry.Number, null, null, []);
            foreach (var (j, episode) in entry.Episodes.Index())
                yield return new(
                    $"{season.Slug}e{Two(j + 1)}", "episode", season, episode.En, episode.Ar, title, j + 1, episode.Film, episode.Film,
                    (i, j) switch { (0, 0) => [season, series], (_, 0) => [season], _ => [] });
        }
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
