using System.ComponentModel;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>Which movies and series; everything given must hold.</summary>
internal sealed record BrowseQuery(
    [property: Description("movie or series."), Example("movie")] string? Kind = null,
    [property: Description("A format of the vocabulary."), Example("documentary")] string? Format = null,
    [property: Description("Genres of the vocabulary, separated by commas; each must be there."), Example("comedy,family")] string? Genre = null,
    [property: Description("Tags of the vocabulary, separated by commas; each must be there."), Example("for-kids")] string? Tag = null,
    [property: Description("First released in this year or later."), Example("1990")] int? YearFrom = null,
    [property: Description("First released in this year or earlier."), Example("1999")] int? YearTo = null,
    [property: Description("The original language, BCP 47."), Example("en")] string? Language = null,
    [property: Description("Made in this country, ISO 3166-1 alpha-2."), Example("NL")] string? Country = null,
    [property: Description("Somebody who took part."), Example("0197a3c0-0000-7000-8000-000000000001")] Guid? Person = null,
    [property: Description("Rated for this age at most, in years."), Example("12")] int? MaxAge = null,
    [property: Description("popular (the default), newest, released, oldest or title."), Example("popular")] string? Sort = null)
{
    private static readonly Order<TitleRow> PopularFirst =
        ServiceDefaults.Http.Order.Descending((TitleRow t) => t.Promotion).ThenDescending(t => t.PublishedAt).ThenDescending(t => t.Id);
    private static readonly Order<TitleRow> NewestFirst = ServiceDefaults.Http.Order.Descending((TitleRow t) => t.PublishedAt).ThenDescending(t => t.Id);
    private static readonly Order<TitleRow> LastReleasedFirst = ServiceDefaults.Http.Order.Descending((TitleRow t) => t.Year).ThenDescending(t => t.Id);
    private static readonly Order<TitleRow> FirstReleasedFirst = ServiceDefaults.Http.Order.Ascending((TitleRow t) => t.Year).ThenAscending(t => t.Id);
    private static readonly Order<TitleRow> ByTitle = ServiceDefaults.Http.Order.Ascending((TitleRow t) => t.SortTitle).ThenAscending(t => t.Id);

    public Order<TitleRow> Order() => Sort switch
    {
        null or "popular" => PopularFirst,
        "newest" => NewestFirst,
        "released" => LastReleasedFirst,
        "oldest" => FirstReleasedFirst,
        "title" => ByTitle,
        _ => throw ProblemException.BadRequest("sort", "must be popular, newest, released, oldest or title"),
    };

    public IQueryable<Title> Filter(IQueryable<Title> titles)
    {
        if (Kind is not null)
        {
            var kind = Known(Kind, Kinds.Heads, "kind");
            titles = titles.Where(t => t.Kind == kind);
        }
        if (Format is not null)
        {
            var format = Known(Format, Formats.All, "format");
            titles = titles.Where(t => t.Format == format);
        }
        if (Genre is not null)
        {
            var genres = AllKnown(Genre, Genres.All, "genre");
            titles = titles.Where(t => genres.All(g => t.Genres.Contains(g)));
        }
        if (Tag is not null)
        {
            var tags = AllKnown(Tag, Tags.All, "tag");
            titles = titles.Where(t => tags.All(g => t.Tags.Contains(g)));
        }
        if (YearFrom is not null)
            titles = titles.Where(t => t.Year >= YearFrom);
        if (YearTo is not null)
            titles = titles.Where(t => t.Year != 0 && t.Year <= YearTo);
        if (Language is not null)
            titles = titles.Where(t => t.OriginalLanguage == Language || t.OriginalLanguage.StartsWith(Language + "-"));
        if (Country is not null)
            titles = titles.Where(t => t.Countries.Contains(Country));
        return Person is null ? titles : titles.Where(t => t.Credits.Any(c => c.PersonId == Person));
    }

    private static string Known(string word, IReadOnlyList<string> words, string field) =>
        words.Contains(word, StringComparer.Ordinal) ? word : throw ProblemException.BadRequest(field, $"must be one of {string.Join(", ", words)}");

    private static string[] AllKnown(string list, IReadOnlyList<string> words, string field) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Select(w => Known(w, words, field))];
}
