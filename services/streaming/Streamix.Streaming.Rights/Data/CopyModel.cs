using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Rights.Copies;

namespace Streamix.Streaming.Rights.Data;

internal static class CopyModel
{
    private const int LongestWord = 20;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<KnownAccount>(account =>
        {
            account.ToTable("known_accounts");
            account.HasKey(a => a.AccountId);
            account.Property(a => a.AccountId).ValueGeneratedNever();
            account.Property(a => a.Status).HasMaxLength(LongestWord);
            account.Property(a => a.Country).HasMaxLength(2);
        });
        model.Entity<KnownProfile>(profile =>
        {
            profile.ToTable("known_profiles", t => t.HasCheckConstraint("ck_known_profiles_maturity", "maturity BETWEEN 0 AND 18"));
            profile.HasKey(p => p.ProfileId);
            profile.Property(p => p.ProfileId).ValueGeneratedNever();
            profile.HasIndex(p => p.AccountId);
        });
        model.Entity<KnownTitle>(title =>
        {
            title.ToTable("known_titles");
            title.HasKey(t => t.TitleId);
            title.Property(t => t.TitleId).ValueGeneratedNever();
            title.Property(t => t.Kind).HasMaxLength(LongestWord);
            title.Property(t => t.Terms).HasColumnType("jsonb");
        });
    }
}
