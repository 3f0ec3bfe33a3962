using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Transcoder.Data;

/// <summary>Jobs, their tasks and what was said about them.</summary>
[Database("media-transcoder-db")]
public sealed class TranscoderDb(DbContextOptions<TranscoderDb> options) : ServiceDb(options)
{
    internal DbSet<TranscodeJob> Jobs => Set<TranscodeJob>();

    internal DbSet<TranscodeTask> Tasks => Set<TranscodeTask>();

    internal DbSet<JobLine> Lines => Set<JobLine>();

    internal DbSet<QueueState> Queue => Set<QueueState>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        JobModel.Configure(modelBuilder);
        TaskModel.Configure(modelBuilder);
    }
}
