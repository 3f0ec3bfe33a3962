using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>What a title must have before viewers see it.</summary>
internal static class Completeness
{
    /// <param name="above">Those it inherits ratings and availability from, with their parts.</param>
    /// <returns>What is missing, by field; empty when nothing is.</returns>
    public static Dictionary<string, string[]> Missing(Title title, IReadOnlyCollection<Title> above)
    {
        Dictionary<string, string[]> missing = new(StringComparer.Ordinal);
        if (title.Plays && title.Package is null)
            missing["package"] = ["nothing plays yet"];
        if (title.Texts.Count == 0 && title.Kind is not (TitleKinds.Season or TitleKinds.Trailer))
            missing["texts"] = ["must have one language at least"];
        if (Kinds.IsHead(title.Kind) && title.Genres.Count == 0)
            missing["genres"] = ["must have one at least"];
        if (!above.Append(title).Any(t => t.Ratings.Count > 0))
            missing["ratings"] = ["must have one territory at least"];
        if (!above.Append(title).Any(t => t.Windows.Count > 0))
            missing["availability"] = ["must have one territory at least"];
        return missing;
    }
}
