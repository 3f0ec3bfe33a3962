using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Contracts.Titles;

/// <summary>What plays when a movie, an episode or a trailer is asked for, and where it stands among others.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Revision">Grows with each change of the title; one of a lower revision is stale.</param>
/// <param name="Published">False: it, or what stands above it, is not, or no longer, for viewers.</param>
/// <param name="Kind">See <see cref="TitleKinds"/>: <c>movie</c>, <c>episode</c> or <c>trailer</c>.</param>
/// <param name="AssetId">The asset that plays.</param>
/// <param name="Package">Its renditions, with markers.</param>
/// <param name="OriginalLanguage">BCP 47.</param>
/// <param name="SeriesId">Of an episode, or of a trailer of a series.</param>
/// <param name="SeasonNumber">Of an episode's season.</param>
/// <param name="Number">Of an episode within its season.</param>
/// <param name="Next">The next open episode of the series that has something to play; null after the last one. It may change without this title's revision.</param>
public sealed record PlayableTitle(
    Guid TitleId, long Revision, bool Published, string Kind, Guid AssetId, MediaPackage Package, string OriginalLanguage, Guid? SeriesId, int? SeasonNumber, int? Number, NextEpisode? Next)
{
    /// <summary>Where the credits begin, in seconds; null when nobody knows.</summary>
    public double? CreditsAt()
    {
        foreach (var marker in Package.Markers)
            if (marker.Kind == "credits")
                return marker.FromSeconds;
        return null;
    }
}

/// <summary>An episode that comes after another one.</summary>
/// <param name="TitleId">The episode.</param>
/// <param name="SeasonNumber">Its season's number.</param>
/// <param name="Number">Within the season.</param>
public sealed record NextEpisode(Guid TitleId, int SeasonNumber, int Number);
