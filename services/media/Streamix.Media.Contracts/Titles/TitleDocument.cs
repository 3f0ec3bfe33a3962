namespace Streamix.Media.Contracts.Titles;

/// <summary>Everything of a movie, a series or an episode that can be searched. What is not published is told as such, for the index to forget it.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Revision">A document never replaces one of a higher revision.</param>
/// <param name="Published">False: not, or no longer, for viewers.</param>
/// <param name="Kind">See <see cref="TitleKinds"/>.</param>
/// <param name="Format">As people sort them: <c>movie</c>, <c>documentary</c>, <c>short-film</c>, <c>tv-show</c> …</param>
/// <param name="SeriesId">For episodes.</param>
/// <param name="Slug">For addresses.</param>
/// <param name="OriginalTitle">In the original language.</param>
/// <param name="OriginalLanguage">BCP 47.</param>
/// <param name="Texts">By language.</param>
/// <param name="Year">Of the first release.</param>
/// <param name="ReleasedOn">The first release.</param>
/// <param name="Genres">see <see cref="Titles.Genres"/>.</param>
/// <param name="Tags">see <see cref="Titles.Tags"/>.</param>
/// <param name="Credits">In the order of billing.</param>
/// <param name="Ratings">Age ratings by territory.</param>
/// <param name="RuntimeSeconds">Null for series.</param>
/// <param name="AudioLanguages">BCP 47.</param>
/// <param name="CaptionLanguages">BCP 47.</param>
/// <param name="Availability">Where and when; empty means nowhere.</param>
/// <param name="Poster">Its address below the public artwork route; null without one.</param>
/// <param name="Popularity">0 or more; grows with interest.</param>
/// <param name="PublishedAt">UTC.</param>
public sealed record TitleDocument(
    Guid TitleId,
    long Revision,
    bool Published,
    string Kind,
    string Format,
    Guid? SeriesId,
    string Slug,
    string OriginalTitle,
    string OriginalLanguage,
    IReadOnlyList<DocumentText> Texts,
    int? Year,
    DateOnly? ReleasedOn,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    IReadOnlyList<DocumentCredit> Credits,
    IReadOnlyList<DocumentRating> Ratings,
    int? RuntimeSeconds,
    IReadOnlyList<string> AudioLanguages,
    IReadOnlyList<string> CaptionLanguages,
    IReadOnlyList<DocumentWindow> Availability,
    string? Poster,
    double Popularity,
    DateTimeOffset? PublishedAt);

/// <summary>The texts of one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Title">The title.</param>
/// <param name="Tagline">One line.</param>
/// <param name="Synopsis">Plain text.</param>
public sealed record DocumentText(string Language, string Title, string? Tagline, string? Synopsis);

/// <summary>Somebody who took part.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Department"><c>cast</c>, <c>director</c>, <c>writer</c>, <c>creator</c> …</param>
/// <param name="Character">For the cast.</param>
public sealed record DocumentCredit(Guid PersonId, string Name, string Department, string? Character);

/// <summary>An age rating.</summary>
/// <param name="Territory">ISO 3166-1 alpha-2, or <c>*</c> for everywhere else.</param>
/// <param name="Label">As the board writes it: <c>PG-13</c>, <c>12</c>.</param>
/// <param name="MinimumAge">In years, to compare with a profile's maturity.</param>
public sealed record DocumentRating(string Territory, string Label, int MinimumAge);

/// <summary>Where and when a title may be seen.</summary>
/// <param name="Territory">ISO 3166-1 alpha-2, or <c>*</c> for everywhere.</param>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, excluded; null without end.</param>
public sealed record DocumentWindow(string Territory, DateTimeOffset From, DateTimeOffset? Until);
