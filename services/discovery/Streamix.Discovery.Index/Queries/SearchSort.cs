namespace Streamix.Discovery.Index.Queries;

/// <summary>Orders of hits; ties are broken by the title's id.</summary>
public enum SearchSort
{
    /// <summary>The best match first.</summary>
    Relevance,

    /// <summary>The most popular first.</summary>
    Popularity,

    /// <summary>The latest release first.</summary>
    Newest,

    /// <summary>The earliest release first.</summary>
    Oldest,

    /// <summary>By the original title, without accents.</summary>
    Title,
}
