using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Revocations;

namespace Streamix.Streaming.CdnOrchestrator.Data;

/// <summary>Edges and how they are, revoked playbacks, work on caches.</summary>
[Database("streaming-cdn-orchestrator-db")]
public sealed class OrchestratorDb(DbContextOptions<OrchestratorDb> options) : ServiceDb(options)
{
    internal DbSet<EdgeServer> Edges => Set<EdgeServer>();

    internal DbSet<EdgeLoad> Loads => Set<EdgeLoad>();

    internal DbSet<Revocation> Revocations => Set<Revocation>();

    internal DbSet<CacheJob> Jobs => Set<CacheJob>();

    internal DbSet<CacheJobPart> JobParts => Set<CacheJobPart>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        EdgeModel.Configure(modelBuilder);
        CacheModel.Configure(modelBuilder);
    }
}
