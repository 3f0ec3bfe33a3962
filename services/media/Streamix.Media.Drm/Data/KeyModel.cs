using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Policies;

namespace Streamix.Media.Drm.Data;

internal static class KeyModel
{
    private const string TierIsKnown = "tier IN ('audio', 'sd', 'hd', 'uhd')";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<ContentKey>(key =>
        {
            key.ToTable(table =>
            {
                table.HasCheckConstraint("ck_content_keys_tier", TierIsKnown);
                table.HasCheckConstraint("ck_content_keys_scheme", "scheme IN ('cenc', 'cbcs')");
                table.HasCheckConstraint("ck_content_keys_wrapped", "octet_length(wrapped) = 44 AND octet_length(iv) = 16");
            });
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Tier).HasMaxLength(ContentKey.LongestWord);
            key.Property(k => k.Scheme).HasMaxLength(ContentKey.LongestWord);
            key.Property(k => k.Server).HasMaxLength(ContentKey.LongestWord);
            key.Property(k => k.WrappedWith).HasMaxLength(ContentKey.LongestWord);
            key.HasIndex(k => new { k.AssetId, k.Tier, k.Scheme }).IsUnique();
            key.HasIndex(k => k.WrappedWith);
        });
        model.Entity<RemovedAsset>().Property(a => a.Id).ValueGeneratedNever();
        model.Entity<LicencePolicy>(policy =>
        {
            policy.ToTable("licence_policies", table =>
            {
                table.HasCheckConstraint("ck_licence_policies_tier", TierIsKnown);
                table.HasCheckConstraint("ck_licence_policies_lifetime", "lifetime > interval '0' AND (offline_lifetime IS NULL OR offline_lifetime > interval '0')");
            });
            policy.Property(p => p.Id).ValueGeneratedNever();
            policy.Property(p => p.Tier).HasMaxLength(ContentKey.LongestWord);
            policy.Property(p => p.Output).HasConversion<string>().HasMaxLength(ContentKey.LongestWord);
            policy.Ignore(p => p.Terms);
            policy.HasIndex(p => new { p.AssetId, p.Tier }).IsUnique().AreNullsDistinct(false);
        });
    }
}
