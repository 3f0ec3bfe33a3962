using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Streamix.Comms.Email.Campaigns;

namespace Streamix.Comms.Email.Queue;

internal sealed class MailModel : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> mail)
    {
        mail.ToTable("mails", table =>
        {
            table.HasCheckConstraint("ck_mails_content", "CASE WHEN state IN ('Held', 'Queued') THEN content IS NOT NULL WHEN state = 'Dead' THEN true ELSE content IS NULL END");
            table.HasCheckConstraint("ck_mails_attempts", "attempts >= 0");
            table.HasCheckConstraint("ck_mails_campaign", "(kind = 1) = (campaign_id IS NOT NULL)");
        });
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        mail.Property(m => m.Template).HasMaxLength(Mail.LongestName);
        mail.Property(m => m.Locale).HasMaxLength(Mail.LongestName);
        mail.Property(m => m.Failure).HasMaxLength(Mail.LongestCode);
        mail.Property(m => m.ProviderId).HasMaxLength(Mail.LongestName);
        mail.Property(m => m.Outcome).HasMaxLength(20);
        mail.Property(m => m.TraceParent).HasMaxLength(Mail.LongestName);
        mail.HasOne<Campaign>().WithMany().HasForeignKey(m => m.CampaignId).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(m => new { m.Kind, m.DueAt }).HasFilter("state = 'Queued'");
        mail.HasIndex(m => new { m.CampaignId, m.AccountId }).IsUnique().HasFilter("campaign_id IS NOT NULL");
        mail.HasIndex(m => new { m.CampaignId, m.State });
        mail.HasIndex(m => m.AccountId);
        mail.HasIndex(m => m.ProviderId).HasFilter("provider_id IS NOT NULL");
        mail.HasIndex(m => new { m.CreatedAt, m.Id });
        mail.HasIndex(m => m.FinishedAt).HasFilter("finished_at IS NOT NULL");
    }
}
