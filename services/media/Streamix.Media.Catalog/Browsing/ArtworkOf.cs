using Streamix.Media.Catalog.Publishing;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>The pictures of titles and people from whoever keeps them.</summary>
internal sealed class ArtworkOf(IEnumerable<ITitleArtwork> shelves)
{
    public async Task<ILookup<Guid, ArtworkView>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        List<(Guid Title, ArtworkView Artwork)> found = [];
        foreach (var shelf in shelves)
            foreach (var (id, artwork) in await shelf.OfAsync(ids, cancellationToken))
                found.AddRange(artwork.Select(a => (id, a)));
        return found.ToLookup(f => f.Title, f => f.Artwork);
    }
}
