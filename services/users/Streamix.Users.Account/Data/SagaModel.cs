using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Exports;

namespace Streamix.Users.Account.Data;

internal static class SagaModel
{
    private const int NameLength = 100;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Export>(export =>
        {
            export.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
            export.HasIndex(e => new { e.AccountId, e.Id });
            export.HasIndex(e => e.AccountId, "ux_exports_running").IsUnique().HasFilter("state = 'Running'");
            export.HasIndex(e => e.DueAt).HasFilter("objects_deleted_at IS NULL");
            export.HasMany(e => e.Parts).WithOne().HasForeignKey(p => p.ExportId);
        });
        modelBuilder.Entity<ExportPart>(part =>
        {
            part.ToTable("export_parts");
            part.HasKey(p => new { p.ExportId, p.Service });
            part.Property(p => p.Service).HasMaxLength(NameLength);
            part.Property(p => p.Digest).HasMaxLength(64);
        });
        modelBuilder.Entity<Erasure>(erasure =>
        {
            erasure.Property(e => e.Receipt).HasMaxLength(NameLength);
            erasure.Property(e => e.Origin).HasMaxLength(NameLength);
            erasure.HasIndex(e => e.AccountId).IsUnique();
            erasure.HasIndex(e => e.Receipt).IsUnique();
            erasure.HasIndex(e => e.DueAt).HasFilter("finished_at IS NULL");
            erasure.HasMany(e => e.Parts).WithOne().HasForeignKey(p => p.ErasureId);
        });
        modelBuilder.Entity<ErasurePart>(part =>
        {
            part.ToTable("erasure_parts", t => t.HasCheckConstraint("ck_erasure_parts_counts", "passes >= 0 AND erased >= 0"));
            part.HasKey(p => new { p.ErasureId, p.Service });
            part.Property(p => p.Service).HasMaxLength(NameLength);
        });
    }
}
