using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Rights.Copies;
using Streamix.Streaming.Rights.Plans;
using Streamix.Streaming.Rights.Windows;

namespace Streamix.Streaming.Rights.Data;

/// <summary>The policy store (plans, plans of accounts, extra windows) and copies of what decides: accounts, profiles, titles.</summary>
[Database("streaming-rights-db")]
public sealed class RightsDb(DbContextOptions<RightsDb> options) : ServiceDb(options)
{
    internal DbSet<KnownAccount> Accounts => Set<KnownAccount>();

    internal DbSet<KnownProfile> Profiles => Set<KnownProfile>();

    internal DbSet<KnownTitle> Titles => Set<KnownTitle>();

    internal DbSet<Plan> Plans => Set<Plan>();

    internal DbSet<AccountPlan> AccountPlans => Set<AccountPlan>();

    internal DbSet<ExtraWindow> ExtraWindows => Set<ExtraWindow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        CopyModel.Configure(modelBuilder);
        PolicyModel.Configure(modelBuilder);
    }
}
