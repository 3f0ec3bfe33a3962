using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>The pictures that are shown, of titles and people alike.</summary>
internal sealed class TitleArtwork(CatalogDb db, ArtworkLinks links) : ITitleArtwork
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ArtworkView>>> OfAsync(IReadOnlyCollection<Guid> titleIds, CancellationToken cancellationToken)
    {
        var shown = await db.Artworks.AsNoTracking()
            .Where(a => a.Main && (a.TitleId != null && titleIds.Contains(a.TitleId.Value) || a.PersonId != null && titleIds.Contains(a.PersonId.Value)))
            .OrderBy(a => a.Kind).ThenBy(a => a.Language).ToListAsync(cancellationToken);
        return shown.GroupBy(a => a.OwnerId).ToDictionary(
            g => g.Key, IReadOnlyList<ArtworkView> (g) => [.. g.Select(a => new ArtworkView(a.Kind, a.Language, links.Of(a)))]);
    }
}

/// <summary>Writes addresses as the client will call them: the gateway tells in front of what it stands.</summary>
internal sealed class ArtworkLinks(IHttpContextAccessor http)
{
    private string Prefix => http.HttpContext?.Request.Headers["X-Forwarded-Prefix"].ToString() is ['/', not '/', ..] prefix ? prefix : "";

    public IReadOnlyList<ArtworkImage> Of(ArtworkItem item) =>
        [.. item.Widths.Zip(item.Heights, (width, height) => new ArtworkImage(width, height, Prefix + ArtworkKeys.Address(item.Id, width)))];
}
