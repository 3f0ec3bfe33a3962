using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Kit.Data;

/// <summary>The truth of a round: what publishers counted and what consumers applied.</summary>
public sealed class KitDb(DbContextOptions<KitDb> options) : ServiceDb(options)
{
    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<AppliedStep> Applied => Set<AppliedStep>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Counter>().HasKey(c => c.Subject);
        modelBuilder.Entity<AppliedStep>().HasKey(a => a.Position);
        modelBuilder.Entity<AppliedStep>().Property(a => a.Position).UseIdentityAlwaysColumn();
    }
}
