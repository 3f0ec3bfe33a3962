namespace Streamix.Media.Contracts.Titles;

/// <summary>The formats of movies and series, as they stand in addresses and documents.</summary>
public static class Formats
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["documentary", "game-show", "live-stream", "movie", "reality-tv", "series", "short-film", "sports", "talk-show", "tv-show"];
}
