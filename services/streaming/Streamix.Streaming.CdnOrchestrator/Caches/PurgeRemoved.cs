using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Caches;

/// <summary>What is gone from the store must not stay in caches: it leaves them at once, and again when the store has really let go of it.</summary>
internal sealed class PurgeRemoved(OrchestratorDb db, CacheDesk desk, IOptions<OrchestratorOptions> options, TimeProvider time) : IEventHandler<AssetRemoved>
{
    /// <summary>Where the transcoder keeps the packages of an asset.</summary>
    internal static string FolderOf(Guid assetId) => $"transcoder/{assetId:D}/";

    public async Task HandleAsync(AssetRemoved @event, EventContext context, CancellationToken cancellationToken)
    {
        var edges = await desk.EdgesAsync(CacheKinds.Purge, cancellationToken);
        if (edges.Count == 0)
            return;
        var now = time.GetUtcNow();
        foreach (var dueAt in (DateTimeOffset[])[now, now + options.Value.PurgeAgainAfter])
            db.Jobs.Add(new(Guid.CreateVersion7(now), CacheKinds.Purge, FolderOf(@event.AssetId), [], null, "The asset was removed.", edges, now, dueAt));
    }
}
