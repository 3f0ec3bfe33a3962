using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Revocations;

namespace Streamix.Streaming.CdnOrchestrator.Data;

internal static class EdgeModel
{
    private const int LongestWord = 16;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<EdgeServer>(edge =>
        {
            edge.ToTable("edges", table =>
            {
                table.HasCheckConstraint("ck_edges_kind", "kind IN ('Own', 'CloudFront')");
                table.HasCheckConstraint("ck_edges_state", "state IN ('Active', 'Draining', 'Off')");
                table.HasCheckConstraint("ck_edges_figures", "capacity > 0 AND cost > 0 AND weight >= 0");
            });
            edge.HasKey(e => e.Name);
            edge.Property(e => e.Name).HasMaxLength(EdgeServer.LongestName);
            edge.Property(e => e.Kind).HasConversion<string>().HasMaxLength(LongestWord);
            edge.Property(e => e.State).HasConversion<string>().HasMaxLength(LongestWord);
            edge.Property(e => e.Address).HasMaxLength(EdgeServer.LongestAddress);
            edge.Property(e => e.Region).HasMaxLength(EdgeServer.LongestRegion);
        });
        model.Entity<EdgeLoad>(load =>
        {
            load.ToTable("edge_loads");
            load.HasKey(l => l.Name);
            load.Property(l => l.Name).HasMaxLength(EdgeServer.LongestName);
            load.Property(l => l.State).HasMaxLength(LongestWord);
            load.HasOne<EdgeServer>().WithOne().HasForeignKey<EdgeLoad>(l => l.Name).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Revocation>(revocation =>
        {
            revocation.ToTable("revocations");
            revocation.HasKey(r => r.PlaybackId);
            revocation.Property(r => r.PlaybackId).ValueGeneratedNever();
            revocation.Property(r => r.Position).UseIdentityAlwaysColumn();
            revocation.Property(r => r.Reason).HasMaxLength(Revocation.LongestReason);
            revocation.HasIndex(r => r.Position).IsUnique();
            revocation.HasIndex(r => r.Until);
        });
    }
}
