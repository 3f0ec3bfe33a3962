using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Wrapping;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Keys;

/// <summary>The keys of assets: made when first asked for, the same ones ever after.</summary>
internal sealed partial class KeyDesk(DrmDb db, IKeyServer server, KeyWrap wrap, TimeProvider time, ILogger<KeyDesk> logger)
{
    /// <summary>The keys in the order of the tiers asked for.</summary>
    /// <exception cref="ProblemException">404: the asset was removed.</exception>
    public async Task<IReadOnlyList<ContentKey>> ProvideAsync(KeyOrder order, CancellationToken cancellationToken)
    {
        var kept = await FindAsync(order, cancellationToken);
        if (Absent(order, kept) is { Tiers.Count: > 0 } absent)
        {
            await RefuseRemovedAsync(order.AssetId, cancellationToken);
            var served = await server.ServeAsync(absent, cancellationToken);
            await KeepAsync(absent, served, server.Name, cancellationToken);
            kept = await FindAsync(order, cancellationToken);
        }

        return [.. order.Tiers.Select(tier => kept.Find(k => k.Tier == tier) ?? throw Removed())];
    }

    /// <summary>Keeps keys that come from elsewhere and disposes them. What is there already stays. Returns the number of new ones.</summary>
    public async Task<int> KeepAsync(KeyOrder order, IReadOnlyList<ServedKey> served, string from, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(async token =>
            {
                await db.LockAssetAsync(order.AssetId, token);
                await RefuseRemovedAsync(order.AssetId, token);
                var absent = Absent(order, await FindAsync(order, token)).Tiers;
                var made = served.Where(s => absent.Contains(s.Tier)).Select(s => new ContentKey(s, order, from, wrap, time.GetUtcNow())).ToArray();
                db.ContentKeys.AddRange(made);
                await db.SaveChangesAsync(token);
                foreach (var key in made)
                    Log.Made(logger, key.Id, key.Tier, key.AssetId, from);
                return made.Length;
            }, cancellationToken: cancellationToken);
        }
        finally
        {
            foreach (var key in served)
                key.Dispose();
        }
    }

    private Task<List<ContentKey>> FindAsync(KeyOrder order, CancellationToken cancellationToken) => db.ContentKeys.AsNoTracking()
        .Where(k => k.AssetId == order.AssetId && k.Scheme == order.Scheme && order.Tiers.Contains(k.Tier)).ToListAsync(cancellationToken);

    private async Task RefuseRemovedAsync(Guid assetId, CancellationToken cancellationToken)
    {
        if (await db.RemovedAssets.AnyAsync(a => a.Id == assetId, cancellationToken))
            throw Removed();
    }

    private static KeyOrder Absent(KeyOrder order, List<ContentKey> kept) => order with { Tiers = [.. order.Tiers.Where(t => !kept.Exists(k => k.Tier == t))] };

    private static ProblemException Removed() => new(StatusCodes.Status404NotFound, "The asset was removed.");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Content key {KeyId} for {Tier} of asset {AssetId} comes from {Server}")]
        public static partial void Made(ILogger logger, Guid keyId, string tier, Guid assetId, string server);
    }
}
