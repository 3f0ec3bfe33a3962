using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>A title on its way between catalogs: it and others are named by slugs, not by ids.</summary>
/// <param name="Kind"><c>movie</c>, <c>series</c>, <c>season</c>, <c>episode</c> or <c>trailer</c>.</param>
/// <param name="Slug">Which title it is; without it, one external id in common tells.</param>
/// <param name="Parent">The slug of the title above.</param>
/// <param name="State">Told by exports; imports never move titles.</param>
internal sealed record ExchangeTitle(
    [property: Example("movie")] string Kind,
    [property: Example("Big Buck Bunny")] string OriginalTitle,
    [property: Example("en")] string OriginalLanguage,
    [property: Example("big-buck-bunny")] string? Slug = null,
    [property: Example("the-series")] string? Parent = null,
    [property: Example("1")] int? Number = null,
    [property: Example("short-film")] string? Format = null,
    [property: Example("2008-05-20")] DateOnly? ReleasedOn = null,
    [property: Example("2008")] int? Year = null,
    [property: Example("596")] int? RuntimeSeconds = null,
    [property: Example("10")] int Promotion = 0,
    [property: Example("published")] string? State = null)
{
    [Example("""["animation"]""")]
    public IReadOnlyList<string> Genres { get; init; } = [];

    [Example("""["for-kids"]""")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Example("""["NL"]""")]
    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<TextContent> Texts { get; init; } = [];

    public IReadOnlyList<RatingContent> Ratings { get; init; } = [];

    public IReadOnlyList<WindowContent> Availability { get; init; } = [];

    public IReadOnlyList<ExchangeCredit> Credits { get; init; } = [];

    public IReadOnlyList<ExternalIdContent> ExternalIds { get; init; } = [];

    /// <param name="people">Ids in the order of the credits.</param>
    public TitleContent Content(IReadOnlyList<Guid> people) => new(OriginalTitle, OriginalLanguage, Number, Slug, Format, ReleasedOn, Year, RuntimeSeconds, Promotion)
    {
        Genres = Genres,
        Tags = Tags,
        Countries = Countries,
        Texts = Texts,
        Ratings = Ratings,
        Availability = Availability,
        Credits = [.. Credits.Select((c, i) => new CreditContent(people[i], c.Department, c.Character))],
        ExternalIds = ExternalIds,
    };

    /// <param name="person">Slug and name by id.</param>
    public static ExchangeTitle Of(Title title, string? parent, Func<Guid, (string Slug, string Name)> person)
    {
        var c = TitleContents.Of(title);
        return new(title.Kind, c.OriginalTitle, c.OriginalLanguage, c.Slug, parent, c.Number, c.Format, c.ReleasedOn, c.Year, c.RuntimeSeconds, c.Promotion, title.State.Name())
        {
            Genres = c.Genres,
            Tags = c.Tags,
            Countries = c.Countries,
            Texts = c.Texts,
            Ratings = c.Ratings,
            Availability = c.Availability,
            Credits = [.. c.Credits.Select(x => new ExchangeCredit(x.Department, person(x.PersonId).Name, person(x.PersonId).Slug, x.Character))],
            ExternalIds = c.ExternalIds,
        };
    }
}

/// <summary>Somebody who took part. Who is not there yet is added.</summary>
/// <param name="Person">The slug; of somebody of this name unless told.</param>
internal sealed record ExchangeCredit(
    [property: Example("director")] string Department,
    [property: Example("Sacha Goedegebure")] string Name,
    [property: Example("sacha-goedegebure")] string? Person = null,
    [property: Example("Bunny")] string? Character = null);
