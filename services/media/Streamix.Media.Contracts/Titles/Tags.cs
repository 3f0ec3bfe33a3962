namespace Streamix.Media.Contracts.Titles;

/// <summary>The tags that editors give, as they stand in addresses and documents.</summary>
public static class Tags
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "award-winning", "classic", "critically-acclaimed", "cult-favorite", "editors-choice", "family-friendly", "featured", "for-kids",
        "hidden-gem", "highly-rated", "inspirational", "limited-series", "long-running", "must-watch", "new-release", "popular",
        "staff-pick", "thrilling", "top-chart", "trending",
    ];
}
