using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Rights.Plans;
using Streamix.Streaming.Rights.Windows;

namespace Streamix.Streaming.Rights.Data;

internal static class PolicyModel
{
    private const int LongestTier = 10;
    private const string TiersAreKnown = "software_tier IN ('none', 'sd', 'hd', 'uhd') AND hardware_tier IN ('none', 'sd', 'hd', 'uhd')";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("plans", table =>
            {
                table.HasCheckConstraint("ck_plans_code", "code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                table.HasCheckConstraint("ck_plans_tiers", TiersAreKnown);
                table.HasCheckConstraint("ck_plans_bounds", $"most_lines BETWEEN {Plan.FewestLines} AND {Plan.MostOfLines} AND streams BETWEEN {Plan.FewestStreams} AND {Plan.MostOfStreams}");
            });
            plan.Property(p => p.Id).ValueGeneratedNever();
            plan.Property(p => p.Code).HasMaxLength(Plan.LongestCode);
            plan.Property(p => p.Name).HasMaxLength(Plan.LongestName);
            plan.Property(p => p.SoftwareTier).HasMaxLength(LongestTier);
            plan.Property(p => p.HardwareTier).HasMaxLength(LongestTier);
            plan.Ignore(p => p.Terms);
            plan.HasIndex(p => p.Code).IsUnique();
            plan.HasIndex(p => p.IsDefault).IsUnique().HasFilter("is_default");
        });
        model.Entity<AccountPlan>(account =>
        {
            account.ToTable("account_plans");
            account.HasKey(a => a.AccountId);
            account.Property(a => a.AccountId).ValueGeneratedNever();
            account.HasOne(a => a.Plan).WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ExtraWindow>(window =>
        {
            window.ToTable("extra_windows", table =>
            {
                table.HasCheckConstraint("ck_extra_windows_territory", "territory ~ '^([A-Z]{2}|\\*)$'");
                table.HasCheckConstraint("ck_extra_windows_order", "closes_at IS NULL OR closes_at > opens_at");
            });
            window.Property(w => w.Id).ValueGeneratedNever();
            window.Property(w => w.Territory).HasMaxLength(2);
            window.HasIndex(w => new { w.TitleId, w.Territory, w.PlanId, w.OpensAt }).IsUnique().AreNullsDistinct(false);
            window.HasOne(w => w.Plan).WithMany().HasForeignKey(w => w.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
