namespace Streamix.Discovery.Index.Answers;

/// <summary>Counts of one property. Each leaves its own filter out, so that one sees what else could be chosen.</summary>
/// <param name="Name">One of <see cref="FacetNames"/>.</param>
/// <param name="Values">The most frequent first; decades and ages in their order.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>A value and how many hits have it.</summary>
public sealed record FacetValue(string Value, long Count);

/// <summary>The facets, in the order of answers.</summary>
public static class FacetNames
{
    /// <summary>Movie, series, episode.</summary>
    public const string Kind = "kind";

    /// <summary>As people sort them.</summary>
    public const string Format = "format";

    /// <summary>Genres.</summary>
    public const string Genre = "genre";

    /// <summary>Tags.</summary>
    public const string Tag = "tag";

    /// <summary>The first year of ten.</summary>
    public const string Decade = "decade";

    /// <summary>Spoken languages without their regions.</summary>
    public const string Language = "language";

    /// <summary>Labels of age ratings.</summary>
    public const string Rating = "rating";

    /// <summary>Lowest ages, in years.</summary>
    public const string Age = "age";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Kind, Format, Genre, Tag, Decade, Language, Rating, Age];

    /// <summary>True for those whose values are numbers in order.</summary>
    public static bool IsOrdered(string name) => name is Decade or Age;
}
