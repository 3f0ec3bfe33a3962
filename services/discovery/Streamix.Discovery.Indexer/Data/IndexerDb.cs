using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Indexer.Jobs;
using Streamix.Discovery.Indexer.Titles;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Discovery.Indexer.Data;

/// <summary>Rebuilds, checks, and how long changes took to be found. The index itself is the engine's.</summary>
[Database("discovery-indexer-db")]
public sealed class IndexerDb(DbContextOptions<IndexerDb> options) : ServiceDb(options)
{
    /// <summary>One job at a time, whatever it is.</summary>
    public const string OneAtATime = "ux_jobs_running";

    internal DbSet<Job> Jobs => Set<Job>();

    internal DbSet<SearchableTime> Times => Set<SearchableTime>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Job>(job =>
        {
            job.ToTable("jobs");
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasConversion<string>().HasMaxLength(20);
            job.Property(j => j.State).HasConversion<string>().HasMaxLength(20);
            job.Property(j => j.Generation).HasMaxLength(100);
            job.Property(j => j.Reason).HasMaxLength(Job.LongestReason);
            job.Property(j => j.StartedBy).HasMaxLength(100);
            job.Property(j => j.Error).HasMaxLength(Job.LongestReason);
            job.HasIndex(j => j.State).IsUnique().HasFilter("state = 'Running'").HasDatabaseName(OneAtATime);
        });
        modelBuilder.Entity<SearchableTime>(time =>
        {
            time.ToTable("searchable_times");
            time.Property(t => t.Id).ValueGeneratedNever();
            time.HasIndex(t => t.SearchableAt);
        });
    }
}
