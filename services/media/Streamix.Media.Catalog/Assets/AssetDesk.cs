using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Catalog.Assets;

/// <summary>What editors do with assets: choose which one plays, mark stretches, remove.</summary>
internal sealed class AssetDesk(CatalogDb db, TitleDesk titles, AssetRemoval removal, IAudit audit, TimeProvider time)
{
    public static string Target(Guid id) => $"asset:{id:n}";

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> ChooseAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "asset.chosen", async (asset, token) =>
    {
        if (asset is not { State: AssetState.Ready, Package: { } package })
            return Problems.Conflict($"The asset is {Name(asset.State)}, not ready.");
        await titles.ChooseAssetAsync(asset.TitleId, id, package, token);
        return null;
    }, cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> MarkAsync(Guid id, MarkersDraft draft, CancellationToken cancellationToken) =>
        ActAsync(id, "asset.marked", async (asset, token) =>
        {
            if (asset.State == AssetState.Removed)
                return Problems.Conflict("The asset is gone.");
            asset.Mark(MarkerDraft.Ordered(draft.Markers));
            if (asset.Package is { } package && await PlaysAsync(asset, token))
                await titles.ChooseAssetAsync(asset.TitleId, id, package, token);
            return null;
        }, cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "asset.removed", async (asset, token) =>
    {
        if (asset.State == AssetState.Removed)
            return Problems.Conflict("The asset is gone.");
        if (await PlaysAsync(asset, token))
            return Problems.Conflict("The asset plays. Choose another one for the title first.");
        if (await db.Uploads.AnyAsync(u => u.AssetId == id && u.EndedAt == null, token))
            return Problems.Conflict("The asset is being uploaded. Abort the upload instead.");
        await removal.RemoveAsync(asset, null, token);
        asset.Remove(time.GetUtcNow());
        await titles.AssetFailedAsync(asset.TitleId, id, "The asset was removed.", token);
        return null;
    }, cancellationToken);

    private static string Name(AssetState state) => state.ToString().ToLowerInvariant();

    private Task<bool> PlaysAsync(Asset asset, CancellationToken cancellationToken) => db.Titles.AnyAsync(t => t.Id == asset.TitleId && t.AssetId == asset.Id, cancellationToken);

    private Task<Results<NoContent, NotFound, ProblemHttpResult>> ActAsync(
        Guid id, string action, Func<Asset, CancellationToken, Task<ProblemHttpResult?>> act, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await db.LockAssetAsync(id, token) is not { } asset)
                return TypedResults.NotFound();
            if (await act(asset, token) is { } refused)
                return refused;
            audit.Record(action, Target(id));
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
}
