using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Drm.Data;

/// <summary>Content keys, wrapped; playbacks, policies and the licence log. No key stands here in clear.</summary>
[Database("media-drm-db")]
public sealed class DrmDb(DbContextOptions<DrmDb> options) : ServiceDb(options)
{
    internal DbSet<ContentKey> ContentKeys => Set<ContentKey>();

    internal DbSet<RemovedAsset> RemovedAssets => Set<RemovedAsset>();

    internal DbSet<Playback> Playbacks => Set<Playback>();

    internal DbSet<WithdrawnPlayback> WithdrawnPlaybacks => Set<WithdrawnPlayback>();

    internal DbSet<LicencePolicy> Policies => Set<LicencePolicy>();

    internal DbSet<Licence> Licences => Set<Licence>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyModel.Configure(modelBuilder);
        PlaybackModel.Configure(modelBuilder);
    }
}
