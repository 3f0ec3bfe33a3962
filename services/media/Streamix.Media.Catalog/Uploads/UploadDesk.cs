using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Starts uploads, says where their parts go, and gives them up.</summary>
internal sealed class UploadDesk(
    CatalogDb db, SourceShelf shelf, LeftoverLedger leftovers, IAudit audit, Caller caller, IOptions<AssetOptions> options, TimeProvider time)
{
    /// <summary>Writes the upload down, then opens it in the store: a crash in between leaves nothing that nobody knows.</summary>
    /// <param name="kind">The title's, which plays.</param>
    /// <param name="draft">The file.</param>
    /// <param name="request">Under which it may have been started already; then that one is the result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Upload> StartAsync(string kind, UploadDraft draft, RequestKey? request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asset = new Asset(draft, kind == TitleKinds.Trailer ? AssetKinds.Trailer : AssetKinds.Feature, now);
        var upload = new Upload(asset, PartPlan.Of(draft.Bytes), draft.Checksum, draft.ContentType, caller.Name, now);
        upload.Await(now + options.Value.UploadLifetime);
        if (request is not null)
            upload.AskedBy(request);
        db.AddRange(asset, upload);
        audit.Record("upload.started", $"title:{draft.TitleId:n}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (request is not null && DbConflict.IsDuplicate(e, AssetModel.UniqueRequest))
        {
            db.ChangeTracker.Clear();
            upload = (await FindAsync(request, cancellationToken))!;
        }
        return upload.State == UploadState.Opening ? await OpenAsync(upload, cancellationToken) : upload;
    }

    public Task<Upload?> FindAsync(RequestKey request, CancellationToken cancellationToken) =>
        db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.RequestKey == request.Key, cancellationToken);

    /// <summary>Addresses of an open upload, which waits anew. Empty when it is not open any more.</summary>
    public async Task<IReadOnlyList<PartUrlView>> SignAsync(Upload upload, IReadOnlyList<PartDraft> parts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = upload.CreatedAt + options.Value.LongestUpload;
        var expires = Min(now + options.Value.UploadLifetime, end);
        var lifetime = Min(now + options.Value.UrlLifetime, end) - now;
        var open = lifetime > TimeSpan.Zero && await db.InTransactionAsync(async token =>
        {
            if (await db.LockUploadAsync(upload.Id, token) is not { State: UploadState.Open } locked)
                return false;
            locked.Await(expires, now + lifetime);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken: cancellationToken);
        return open ? [.. parts.Select(p => shelf.Sign(upload, p.Number, p.Checksum, lifetime, now))] : [];
    }

    /// <summary>Opens in the store what was written down.</summary>
    public async Task<Upload> OpenAsync(Upload upload, CancellationToken cancellationToken)
    {
        var storeId = await shelf.StartAsync(upload, cancellationToken);
        var (opened, mine) = await db.InTransactionAsync(async token =>
        {
            if (await db.LockUploadAsync(upload.Id, token) is not { } locked)
                return (upload, false);
            if (locked.State != UploadState.Opening)
                return (locked, false);
            locked.Open(storeId);
            await db.SaveChangesAsync(token);
            return (locked, true);
        }, cancellationToken: cancellationToken);
        if (!mine)
            await shelf.AbortAsync(upload, storeId, cancellationToken);
        return opened;
    }

    /// <summary>Gives an upload up: the state in which it is then, another one than aborted when that is too late; null when there is none.</summary>
    public Task<UploadState?> AbortAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync<UploadState?>(async token =>
    {
        if (await db.LockUploadAsync(id, token) is not { } upload)
            return null;
        if (upload.State is not (UploadState.Opening or UploadState.Open))
            return upload.State;
        await db.EndAsync(upload, UploadState.Aborted, time.GetUtcNow(), token);
        leftovers.Doom(options.Value.Sources, AssetKeys.Prefix(upload.AssetId), upload.SignedUntil);
        audit.Record("upload.aborted", $"upload:{id:n}");
        await db.SaveChangesAsync(token);
        return upload.State;
    }, cancellationToken: cancellationToken);

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
