using Streamix.Demo.Films;

namespace Streamix.Demo.Catalogue;

/// <summary>One title as the platform knows titles: a movie, series, season, episode or trailer.</summary>
/// <param name="Film">What plays; null for series and seasons.</param>
/// <param name="Look">What its pictures are drawn from; null where its parent's will do.</param>
/// <param name="Opens">Whom its own opening opens: a season and its series with their first episode, so that nobody sees them empty.</param>
internal sealed record Showing(
    string Slug, string Kind, Showing? Parent, Wording En, Wording Ar, TitleEntry Entry, int? Number, FilmRecipe? Film, FilmRecipe? Look, IReadOnlyList<Showing> Opens)
{
    public bool IsHead => Parent is null;

    public bool IsTrailer => Kind == "trailer";
}
