using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Titles;

/// <summary>All that editors write of a title.</summary>
/// <param name="OriginalTitle">In the original language.</param>
/// <param name="OriginalLanguage">BCP 47.</param>
/// <param name="Number">Of seasons and episodes; nobody else has one.</param>
/// <param name="Slug">For addresses: small letters, digits and hyphens. Made of the title unless told.</param>
/// <param name="Format">Of movies and series; nobody else has one.</param>
/// <param name="ReleasedOn">The first release.</param>
/// <param name="Year">Of the first release; of <paramref name="ReleasedOn"/> unless told.</param>
/// <param name="RuntimeSeconds">What the cover says; once something plays, that counts.</param>
/// <param name="Promotion">0 to 100: how far up it comes among its like.</param>
internal sealed record TitleContent(
    [property: Example("Big Buck Bunny")] string OriginalTitle,
    [property: Example("en")] string OriginalLanguage,
    [property: Example("1")] int? Number = null,
    [property: Example("big-buck-bunny")] string? Slug = null,
    [property: Example("short-film")] string? Format = null,
    [property: Example("2008-05-20")] DateOnly? ReleasedOn = null,
    [property: Example("2008")] int? Year = null,
    [property: Example("596")] int? RuntimeSeconds = null,
    [property: Example("10")] int Promotion = 0)
{
    /// <summary>See the vocabulary.</summary>
    [Example("""["animation","comedy"]""")]
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>See the vocabulary.</summary>
    [Example("""["for-kids"]""")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where it was made, ISO 3166-1 alpha-2.</summary>
    [Example("""["NL"]""")]
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>One entry per language.</summary>
    [Example("""[{"language":"en","title":"Big Buck Bunny","synopsis":"A large rabbit takes his revenge."}]""")]
    public IReadOnlyList<TextContent> Texts { get; init; } = [];

    /// <summary>One entry per territory; an episode without any has its series'.</summary>
    [Example("""[{"territory":"*","label":"6","minimumAge":6}]""")]
    public IReadOnlyList<RatingContent> Ratings { get; init; } = [];

    /// <summary>Where and when; an episode without any has its series'. Windows of one territory do not overlap.</summary>
    [Example("""[{"territory":"*","from":"2026-01-01T00:00:00Z"}]""")]
    public IReadOnlyList<WindowContent> Availability { get; init; } = [];

    /// <summary>In the order of billing.</summary>
    [Example("""[]""")]
    public IReadOnlyList<CreditContent> Credits { get; init; } = [];

    /// <summary>One entry per source.</summary>
    [Example("""[{"source":"imdb","value":"tt1254207"}]""")]
    public IReadOnlyList<ExternalIdContent> ExternalIds { get; init; } = [];
}

/// <summary>The texts of one language.</summary>
internal sealed record TextContent(
    [property: Example("de")] string Language,
    [property: Example("Big Buck Bunny")] string Title,
    [property: Example("Ein Hase wehrt sich.")] string? Tagline = null,
    [property: Example("Drei Nager ärgern einen großen Hasen, bis es ihm reicht.")] string? Synopsis = null);

/// <summary>An age rating in one territory, <c>*</c> for everywhere else.</summary>
internal sealed record RatingContent(
    [property: Example("DE")] string Territory,
    [property: Example("FSK 6")] string Label,
    [property: Example("6")] int MinimumAge);

/// <summary>A time in one territory, <c>*</c> for everywhere.</summary>
internal sealed record WindowContent(
    [property: Example("*")] string Territory,
    [property: Example("2026-01-01T00:00:00Z")] DateTimeOffset From,
    [property: Example("2030-01-01T00:00:00Z")] DateTimeOffset? Until = null);

/// <summary>Somebody who took part.</summary>
internal sealed record CreditContent(
    [property: Example("0197a3c0-0000-7000-8000-000000000001")] Guid PersonId,
    [property: Example("cast")] string Department,
    [property: Example("Bunny")] string? Character = null);

/// <summary>What others call the title.</summary>
internal sealed record ExternalIdContent(
    [property: Example("imdb")] string Source,
    [property: Example("tt1254207")] string Value);
