using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Media.Catalog.Revisions;

/// <summary>Keeps what a title was like after each act.</summary>
internal sealed class Chronicle(CatalogDb db, Caller caller, TimeProvider time)
{
    /// <summary>Who acts: the caller, or this service by itself.</summary>
    public string Actor => caller.IsAuthenticated ? caller.Name : "service:media-catalog";

    public async Task RecordAsync(Title title, string act, CancellationToken cancellationToken)
    {
        await db.LoadPartsAsync(title, cancellationToken);
        db.Revisions.Add(new TitleRevision(title, TitleContents.Of(title), act, Actor, time.GetUtcNow()));
    }
}
