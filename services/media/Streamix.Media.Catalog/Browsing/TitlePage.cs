using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>Everything the page of a title shows.</summary>
/// <param name="Title">The title itself.</param>
/// <param name="Languages">In which it has texts.</param>
/// <param name="Countries">Where it was made.</param>
/// <param name="Package">What plays; null for what does not.</param>
/// <param name="Series">The series of a season, an episode or a trailer.</param>
/// <param name="Season">The season of an episode.</param>
/// <param name="Seasons">Of a series, or the one of this page, by number.</param>
/// <param name="Cast">In the order of billing.</param>
/// <param name="Crew">In the order of billing.</param>
/// <param name="Trailers">Newest first.</param>
/// <param name="AvailableUntil">When it closes for the viewer; null when it does not, or nobody knows where the viewer is.</param>
/// <param name="ExternalIds">By source.</param>
internal sealed record TitlePage(
    Card Title, IReadOnlyList<string> Languages, IReadOnlyList<string> Countries, PackageFacts? Package, Card? Series, Card? Season, IReadOnlyList<SeasonView> Seasons,
    IReadOnlyList<CreditView> Cast, IReadOnlyList<CreditView> Crew, IReadOnlyList<Card> Trailers, DateTimeOffset? AvailableUntil, IReadOnlyDictionary<string, string> ExternalIds);

/// <summary>A season with its episodes, by number.</summary>
internal sealed record SeasonView(Card Season, IReadOnlyList<Card> Episodes);

/// <summary>Somebody who took part.</summary>
internal sealed record CreditView(Guid PersonId, string Slug, string Name, string Department, string? Character);
