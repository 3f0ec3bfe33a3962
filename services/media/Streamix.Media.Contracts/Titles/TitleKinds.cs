namespace Streamix.Media.Contracts.Titles;

/// <summary>What a title can be.</summary>
public static class TitleKinds
{
    /// <summary>Plays by itself.</summary>
    public const string Movie = "movie";

    /// <summary>Has seasons; does not play.</summary>
    public const string Series = "series";

    /// <summary>Part of a series; numbered; does not play.</summary>
    public const string Season = "season";

    /// <summary>Part of a season; numbered; plays.</summary>
    public const string Episode = "episode";

    /// <summary>Belongs to another title; plays.</summary>
    public const string Trailer = "trailer";
}
