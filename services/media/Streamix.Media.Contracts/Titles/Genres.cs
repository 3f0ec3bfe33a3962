namespace Streamix.Media.Contracts.Titles;

/// <summary>The genres of the catalog, as they stand in addresses and documents.</summary>
public static class Genres
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "action", "adventure", "animation", "biography", "comedy", "crime", "documentary", "drama", "family", "history",
        "horror", "musical", "mystery", "romance", "sci-fi-fantasy", "sports", "thriller", "war", "western",
    ];
}
