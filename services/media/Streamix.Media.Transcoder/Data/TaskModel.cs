using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Data;

internal static class TaskModel
{
    public const string Tokens = "lease_tokens";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>(Tokens);
        modelBuilder.Entity<TranscodeTask>(task =>
        {
            task.ToTable("tasks", table =>
            {
                table.HasCheckConstraint("ck_tasks_counts", "failures >= 0 AND losses >= 0 AND token >= 0");
                table.HasCheckConstraint("ck_tasks_done", "done_at IS NULL OR worker IS NULL");
            });
            task.Property(t => t.Id).ValueGeneratedNever();
            task.Property(t => t.Name).HasMaxLength(TranscodeTask.LongestName);
            task.Property(t => t.Worker).HasMaxLength(JobLine.LongestWorker);
            task.Property(t => t.Step).HasMaxLength(TranscodeTask.LongestStep);
            task.Property(t => t.Result).HasColumnType("jsonb");
            task.Ignore(t => t.IsDone);
            task.HasIndex(t => new { t.JobId, t.Kind, t.Number }, "ux_tasks_kind_number").IsUnique();
            task.HasIndex(t => new { t.DueAt, t.JobId }, "ix_tasks_open").HasFilter("done_at IS NULL");
            task.HasIndex(t => t.Worker).HasFilter("worker IS NOT NULL");
        });
    }
}
