using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>Lets go of the pictures of titles and people that go.</summary>
internal sealed class ArtworkRemoval(CatalogDb db, LeftoverLedger leftovers, IOptions<AssetOptions> options) : ITitleFollower
{
    public async Task RemovedAsync(IReadOnlyCollection<Guid> titleIds, CancellationToken cancellationToken)
    {
        var gone = await db.Artworks
            .Where(a => a.TitleId != null && titleIds.Contains(a.TitleId.Value) || a.PersonId != null && titleIds.Contains(a.PersonId.Value)).ToListAsync(cancellationToken);
        foreach (var item in gone)
            leftovers.Doom(options.Value.Artwork, ArtworkKeys.Prefix(item.Id));
        db.Artworks.RemoveRange(gone);
    }
}
