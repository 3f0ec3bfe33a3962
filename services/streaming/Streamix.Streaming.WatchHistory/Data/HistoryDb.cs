using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.WatchHistory.Facts;

namespace Streamix.Streaming.WatchHistory.Data;

/// <summary>Who watched what how far, and what has to be known of the titles for that.</summary>
[Database("streaming-watch-history-db")]
public sealed class HistoryDb(DbContextOptions<HistoryDb> options) : ServiceDb(options)
{
    private const int FillFactor = 80;

    internal DbSet<Watched> Watched => Set<Watched>();

    internal DbSet<Clearing> Clearings => Set<Clearing>();

    internal DbSet<TitleFacts> Facts => Set<TitleFacts>();

    /// <summary>What a profile watched and has not cleared since.</summary>
    internal IQueryable<Watched> Remembered(Guid profile) => Watched.AsNoTracking().Where(w => w.ProfileId == profile
        && !Clearings.Any(c => c.ProfileId == w.ProfileId && (c.TitleId == w.TitleId || c.TitleId == Clearing.Everything) && c.ClearedAt >= w.PlayedAt));

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Watched>(watched =>
        {
            watched.ToTable("positions", t =>
            {
                t.HasCheckConstraint("ck_positions_seconds", "seconds >= 0 AND duration >= 0");
                t.HasCheckConstraint("ck_positions_completed", "completed_at IS NOT NULL OR NOT completed");
            });
            // Every heartbeat rewrites a row. With room in its page and no index on what changes, the new version stays there and no index is written (HOT).
            watched.HasStorageParameter("fillfactor", FillFactor);
            watched.HasKey(w => new { w.ProfileId, w.TitleId });
            watched.HasIndex(w => w.AccountId);
        });
        modelBuilder.Entity<Clearing>(clearing =>
        {
            clearing.ToTable("clearings");
            clearing.HasKey(c => new { c.ProfileId, c.TitleId });
            clearing.HasIndex(c => c.AccountId);
        });
        modelBuilder.Entity<TitleFacts>(facts =>
        {
            facts.ToTable("title_facts");
            facts.HasKey(f => f.TitleId);
            facts.Property(f => f.TitleId).ValueGeneratedNever();
            facts.Property(f => f.Kind).HasMaxLength(20);
            facts.HasIndex(f => f.SeriesId);
        });
    }
}
