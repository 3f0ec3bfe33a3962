using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Data;

internal static class JobModel
{
    private const int NameLength = 40;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TranscodeJob>(job =>
        {
            job.ToTable("jobs", table =>
            {
                table.HasCheckConstraint("ck_jobs_state", "state IN ('waiting', 'running', 'paused', 'done', 'rejected', 'failed', 'cancelled')");
                table.HasCheckConstraint("ck_jobs_priority", "priority BETWEEN 0 AND 9");
                table.HasCheckConstraint("ck_jobs_fraction", "fraction BETWEEN 0 AND 1");
                table.HasCheckConstraint("ck_jobs_package", "(state = 'done') = (package IS NOT NULL AND package_version IS NOT NULL)");
                table.HasCheckConstraint("ck_jobs_ended", "(state IN ('done', 'rejected', 'failed', 'cancelled')) = (ended_at IS NOT NULL)");
            });
            job.Property(j => j.Kind).HasMaxLength(NameLength);
            job.Property(j => j.FileName).HasMaxLength(TranscodeJob.LongestFileName);
            job.Property(j => j.State).HasConversion(s => s.Name(), n => JobStates.Parse(n)).HasMaxLength(NameLength);
            job.Property(j => j.Stage).HasMaxLength(NameLength);
            job.Property(j => j.SourceTag).HasMaxLength(200);
            job.Property(j => j.Markers).HasColumnType("jsonb");
            job.Property(j => j.Plan).HasColumnType("jsonb");
            job.Property(j => j.Package).HasColumnType("jsonb");
            job.Property(j => j.PackageVersion).HasMaxLength(100);
            job.Property(j => j.Code).HasMaxLength(TranscodeJob.LongestCode);
            job.Property(j => j.Reason).HasMaxLength(TranscodeJob.LongestReason);
            job.Ignore(j => j.Subject);
            job.Ignore(j => j.WorkFolder);
            job.HasIndex(j => j.AssetId, "ux_jobs_asset").IsUnique();
            job.HasIndex(j => j.TitleId);
            job.HasIndex(j => new { j.Priority, j.QueuedAt }, "ix_jobs_open").HasFilter("state IN ('waiting', 'running')");
            job.HasIndex(j => new { j.State, j.Id });
            job.HasIndex(j => j.EndedAt, "ix_jobs_to_clear").HasFilter("ended_at IS NOT NULL AND cleared_at IS NULL");
            job.HasMany<TranscodeTask>().WithOne().HasForeignKey(t => t.JobId);
            job.HasMany<JobLine>().WithOne().HasForeignKey(l => l.JobId);
        });
        modelBuilder.Entity<JobLine>(line =>
        {
            line.ToTable("job_lines");
            line.Property(l => l.Text).HasMaxLength(JobLine.LongestText);
            line.Property(l => l.Worker).HasMaxLength(JobLine.LongestWorker);
            line.HasIndex(l => new { l.JobId, l.Id });
        });
        modelBuilder.Entity<QueueState>(queue =>
        {
            queue.ToTable("queue", table => table.HasCheckConstraint("ck_queue_only", "id = 1"));
            queue.Property(q => q.Id).ValueGeneratedNever();
            queue.HasData(new { Id = QueueState.Only, Paused = false });
        });
    }
}
