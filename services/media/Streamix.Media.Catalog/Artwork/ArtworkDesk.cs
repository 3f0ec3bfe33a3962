using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>Hangs pictures: announced, stored, then written down. The first of its kind and language is the one that is shown.</summary>
internal sealed class ArtworkDesk(
    CatalogDb db, IObjectStore store, CatalogBuckets buckets, LeftoverLedger leftovers, TitleDesk titles, IAudit audit, IOptions<AssetOptions> options, TimeProvider time)
{
    private const int Most = 200;
    private static readonly PutOptions Immutable = new(PictureSet.ContentType, "public, max-age=31536000, immutable");
    private readonly string _bucket = options.Value.Artwork;

    public Task<bool> HasOwnerAsync(ArtworkKind kind, Guid ownerId, CancellationToken cancellationToken) => kind.OfPeople
        ? db.People.AnyAsync(p => p.Id == ownerId, cancellationToken)
        : db.Titles.AnyAsync(t => t.Id == ownerId, cancellationToken);

    /// <exception cref="ProblemException">409: as many as there may be.</exception>
    public async Task<ArtworkItem> HangAsync(ArtworkKind kind, Guid ownerId, string? language, PictureSet pictures, CancellationToken cancellationToken)
    {
        var item = new ArtworkItem(kind, ownerId, language, pictures, time.GetUtcNow());
        var announced = await leftovers.AnnounceAsync(_bucket, ArtworkKeys.Prefix(item.Id), cancellationToken);
        foreach (var image in pictures.Images)
            await buckets.WithAsync(_bucket, () => store.PutAsync(
                _bucket, ArtworkKeys.Object(item.Id, image.Width), new MemoryStream(image.Content), Immutable, cancellationToken), cancellationToken);
        return await db.InTransactionAsync(async token =>
        {
            await ChangedAsync(item, token);
            var others = db.Artworks.Where(a => (a.TitleId == ownerId || a.PersonId == ownerId) && a.Kind == kind.Name);
            if (await others.CountAsync(token) >= Most)
                throw new ProblemException(StatusCodes.Status409Conflict, $"There are at most {Most} pictures of a kind.");
            if (!await others.AnyAsync(a => a.Main && a.Language == language, token))
                item.Show();
            await leftovers.KeepAsync(announced, token);
            db.Artworks.Add(item);
            audit.Record("artwork.added", Target(item.Id));
            await db.SaveChangesAsync(token);
            return item;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>This one is shown from now on, instead of another of its kind and language.</summary>
    public Task<Results<NoContent, NotFound>> ShowAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "artwork.chosen", async (item, token) =>
    {
        await Same(item).Where(a => a.Main && a.Id != id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Main, false), token);
        item.Show();
    }, cancellationToken);

    /// <summary>Takes it away; the newest of its kind and language that is left takes its place.</summary>
    public Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "artwork.removed", async (item, token) =>
    {
        await db.Artworks.Where(a => a.Id == id).ExecuteDeleteAsync(token);
        db.Entry(item).State = EntityState.Detached;
        if (item.Main && await Same(item).OrderByDescending(a => a.Id).FirstOrDefaultAsync(token) is { } next)
            next.Show();
        leftovers.Doom(_bucket, ArtworkKeys.Prefix(id));
    }, cancellationToken);

    private static string Target(Guid id) => $"artwork:{id:n}";

    private IQueryable<ArtworkItem> Same(ArtworkItem item) =>
        db.Artworks.Where(a => a.TitleId == item.TitleId && a.PersonId == item.PersonId && a.Kind == item.Kind && a.Language == item.Language);

    /// <summary>Locks the owner, so that one picture is shown whoever else hangs some.</summary>
    private Task ChangedAsync(ArtworkItem item, CancellationToken cancellationToken) => item.TitleId is { } titleId
        ? titles.ArtworkChangedAsync(titleId, cancellationToken)
        : db.Database.ExecuteSqlAsync($"SELECT FROM people WHERE id = {item.PersonId} FOR UPDATE", cancellationToken);

    private Task<Results<NoContent, NotFound>> ActAsync(Guid id, string action, Func<ArtworkItem, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound>>(async token =>
        {
            if (await db.Artworks.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, token) is not { } seen)
                return TypedResults.NotFound();
            await ChangedAsync(seen, token);
            if (await db.Artworks.SingleOrDefaultAsync(a => a.Id == id, token) is not { } item)
                return TypedResults.NotFound();
            await act(item, token);
            audit.Record(action, Target(id));
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
}
