using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Streamix.Comms.Email.Campaigns;

internal sealed class CampaignModel : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("campaigns", table =>
        {
            table.HasCheckConstraint("ck_campaigns_rate", "rate_per_second > 0");
            table.HasCheckConstraint("ck_campaigns_name", "name <> ''");
        });
        campaign.Property(c => c.Id).ValueGeneratedNever();
        campaign.Property(c => c.Name).HasMaxLength(Campaign.LongestName);
        campaign.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        campaign.Property(c => c.Letters).HasColumnType("jsonb").HasConversion(
            letters => JsonSerializer.Serialize(letters, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<Dictionary<string, string>>((a, b) => ReferenceEquals(a, b), letters => letters.Count, letters => letters));
        campaign.HasIndex(c => c.State);
        campaign.HasIndex(c => new { c.CreatedAt, c.Id });
    }
}
