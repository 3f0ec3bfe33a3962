using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Uploads;

namespace Streamix.Media.Catalog.Data;

/// <summary>Who waits for whom, until the end of the transaction. Always in this order: title, upload, asset.</summary>
internal static class AssetLocks
{
    /// <summary>The row, fresh and locked; null when there is none.</summary>
    public static async Task<Upload?> LockUploadAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.Uploads.FromSql($"SELECT *, xmin FROM uploads WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>The row, fresh and locked behind its title; null when there is none.</summary>
    public static async Task<Asset?> LockAssetAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().Where(a => a.Id == id).Select(a => (Guid?)a.TitleId).SingleOrDefaultAsync(cancellationToken) is not { } titleId)
            return null;
        await db.LockAsync(titleId, cancellationToken);
        return (await db.Assets.FromSql($"SELECT *, xmin FROM assets WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
    }

    /// <summary>Ends a locked upload without a result, and what was to become of it. <c>SaveChanges</c> is the caller's.</summary>
    public static async Task EndAsync(this CatalogDb db, Upload upload, UploadState state, DateTimeOffset now, CancellationToken cancellationToken, string? failure = null)
    {
        upload.End(state, now, failure);
        if (await db.Assets.SingleOrDefaultAsync(a => a.Id == upload.AssetId, cancellationToken) is { } asset)
            asset.Lose($"upload-{state.ToString().ToLowerInvariant()}", failure ?? Reason(state), now);
    }

    private static string Reason(UploadState state) => state == UploadState.Aborted ? "The upload was aborted." : "The upload was abandoned.";
}
