using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Campaigns;
using Streamix.Comms.Email.Feedback;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Suppressions;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Comms.Email.Data;

/// <summary>Mails to send and sent, suppressed addresses, campaigns. No address stands here in readable form.</summary>
[Database("comms-email-db")]
public sealed class EmailDb(DbContextOptions<EmailDb> options) : ServiceDb(options)
{
    internal DbSet<Mail> Mails => Set<Mail>();

    internal DbSet<Suppression> Suppressions => Set<Suppression>();

    internal DbSet<Campaign> Campaigns => Set<Campaign>();

    internal DbSet<SeenReport> SeenReports => Set<SeenReport>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new MailModel());
        modelBuilder.ApplyConfiguration(new SuppressionModel());
        modelBuilder.ApplyConfiguration(new CampaignModel());
        modelBuilder.ApplyConfiguration(new SeenReportModel());
    }
}
