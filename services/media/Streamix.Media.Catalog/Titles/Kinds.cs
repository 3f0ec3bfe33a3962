using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Titles;

/// <summary>What each kind of title can do and where it belongs.</summary>
internal static class Kinds
{
    public static readonly string[] All = [TitleKinds.Movie, TitleKinds.Series, TitleKinds.Season, TitleKinds.Episode, TitleKinds.Trailer];

    /// <summary>Those that are browsed by themselves.</summary>
    public static readonly string[] Heads = [TitleKinds.Movie, TitleKinds.Series];

    /// <summary>Those that are searched.</summary>
    public static readonly string[] Searched = [TitleKinds.Movie, TitleKinds.Series, TitleKinds.Episode];

    public static readonly string[] Playing = [TitleKinds.Movie, TitleKinds.Episode, TitleKinds.Trailer];

    public static bool Plays(string kind) => Array.IndexOf(Playing, kind) >= 0;

    public static bool IsHead(string kind) => Array.IndexOf(Heads, kind) >= 0;

    public static bool IsNumbered(string kind) => kind is TitleKinds.Season or TitleKinds.Episode;

    /// <summary>May a title of this kind be a child of the other; null is no parent.</summary>
    public static bool MayBelongTo(string kind, string? parent) => (kind, parent) switch
    {
        (TitleKinds.Movie or TitleKinds.Series, null) => true,
        (TitleKinds.Season, TitleKinds.Series) => true,
        (TitleKinds.Episode, TitleKinds.Season) => true,
        (TitleKinds.Trailer, TitleKinds.Movie or TitleKinds.Series or TitleKinds.Season) => true,
        _ => false,
    };
}
