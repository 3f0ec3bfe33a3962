namespace Streamix.Discovery.Index.Queries;

/// <summary>Within one list any value will do; empty lists and nulls filter nothing.</summary>
public sealed record SearchFilters
{
    /// <summary>Nothing is filtered.</summary>
    public static SearchFilters None { get; } = new();

    /// <summary>Movie, series, episode.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>As people sort them.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>One of these genres.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>One of these tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Labels of the viewer's country, or those for everywhere else.</summary>
    public IReadOnlyList<string> Ratings { get; init; } = [];

    /// <summary>Spoken, or the original language; regions are ignored.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Captions; regions are ignored.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>The first year.</summary>
    public int? YearFrom { get; init; }

    /// <summary>The last year.</summary>
    public int? YearTo { get; init; }

    /// <summary>The highest age rating, in years; the unrated are left out.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Titles somebody took part in.</summary>
    public Guid? Person { get; init; }
}
