using Streamix.Discovery.Index.Queries;

namespace Streamix.Discovery.Search.Searching;

/// <summary>Sorts as they stand in addresses.</summary>
internal static class SortNames
{
    public const string Text = "relevance, popularity, newest, oldest or title";

    public static bool TryParse(string name, out SearchSort sort)
    {
        (var known, sort) = name switch
        {
            "relevance" => (true, SearchSort.Relevance),
            "popularity" => (true, SearchSort.Popularity),
            "newest" => (true, SearchSort.Newest),
            "oldest" => (true, SearchSort.Oldest),
            "title" => (true, SearchSort.Title),
            _ => (false, SearchSort.Relevance),
        };
        return known;
    }
}
