using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.CdnOrchestrator.Registry;

namespace Streamix.Streaming.CdnOrchestrator.Data;

internal static class CacheModel
{
    private const int LongestWord = 16;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<CacheJob>(job =>
        {
            job.ToTable("cache_jobs", table =>
            {
                table.HasCheckConstraint("ck_cache_jobs_kind", "kind IN ('purge', 'prewarm')");
                table.HasCheckConstraint("ck_cache_jobs_most_bytes", "most_bytes IS NULL OR most_bytes > 0");
            });
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasMaxLength(LongestWord);
            job.Property(j => j.Prefix).HasMaxLength(CacheJob.LongestPrefix);
            job.Property(j => j.Reason).HasMaxLength(CacheJob.LongestReason);
            job.HasMany(j => j.Parts).WithOne().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Cascade);
            job.HasIndex(j => new { j.CreatedAt, j.Id });
        });
        model.Entity<CacheJobPart>(part =>
        {
            part.ToTable("cache_job_parts", table => table.HasCheckConstraint("ck_cache_job_parts_state", "state IN ('waiting', 'running', 'done', 'failed')"));
            part.HasKey(p => new { p.JobId, p.Edge });
            part.Property(p => p.Edge).HasMaxLength(EdgeServer.LongestName);
            part.Property(p => p.State).HasMaxLength(LongestWord);
            part.Property(p => p.Error).HasMaxLength(CacheJobPart.LongestError);
            part.HasIndex(p => p.Edge).HasFilter("ended_at IS NULL");
        });
    }
}
