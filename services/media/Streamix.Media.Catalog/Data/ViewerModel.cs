using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Catalog.Data;

internal static class ViewerModel
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ViewerAccount>(account =>
        {
            account.ToTable("viewer_accounts");
            account.HasKey(a => a.AccountId);
            account.Property(a => a.AccountId).ValueGeneratedNever();
            account.Property(a => a.Country).HasMaxLength(2);
        });
        modelBuilder.Entity<ViewerProfile>(profile =>
        {
            profile.ToTable("viewer_profiles");
            profile.HasKey(p => p.ProfileId);
            profile.Property(p => p.ProfileId).ValueGeneratedNever();
            profile.HasIndex(p => p.AccountId);
        });
    }
}
