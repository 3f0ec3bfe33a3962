using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Search.Viewers;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Discovery.Search.Data;

/// <summary>Copies of what decides who may see what: countries of accounts and maturities of profiles.</summary>
[Database("discovery-search-db")]
public sealed class SearchDb(DbContextOptions<SearchDb> options) : ServiceDb(options)
{
    internal DbSet<ViewingAccount> Accounts => Set<ViewingAccount>();

    internal DbSet<ViewingProfile> Profiles => Set<ViewingProfile>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ViewingAccount>(account =>
        {
            account.ToTable("viewing_accounts");
            account.HasKey(a => a.AccountId);
            account.Property(a => a.AccountId).ValueGeneratedNever();
            account.Property(a => a.Country).HasMaxLength(2);
        });
        modelBuilder.Entity<ViewingProfile>(profile =>
        {
            profile.ToTable("viewing_profiles", t => t.HasCheckConstraint("ck_viewing_profiles_maturity", "maturity BETWEEN 0 AND 18"));
            profile.HasKey(p => p.ProfileId);
            profile.Property(p => p.ProfileId).ValueGeneratedNever();
            profile.HasIndex(p => p.AccountId);
        });
    }
}
