namespace Streamix.Media.Catalog.Publishing;

/// <summary>The pictures of titles, for those who show titles.</summary>
internal interface ITitleArtwork
{
    /// <summary>What each of these titles has; titles without pictures are missing.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<ArtworkView>>> OfAsync(IReadOnlyCollection<Guid> titleIds, CancellationToken cancellationToken);
}

/// <summary>One picture in its sizes.</summary>
/// <param name="Kind"><c>poster</c>, <c>backdrop</c>, <c>logo</c>, <c>still</c> …</param>
/// <param name="Language">BCP 47 when there is writing on it; null for any.</param>
/// <param name="Images">From small to large.</param>
internal sealed record ArtworkView(string Kind, string? Language, IReadOnlyList<ArtworkImage> Images);

/// <summary>One size of a picture.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Address">Below the public API.</param>
internal sealed record ArtworkImage(int Width, int Height, string Address);
