using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Streamix.Comms.Email.Feedback;

/// <summary>A report that was applied; the same one again changes nothing.</summary>
internal sealed class SeenReport(string id, DateTimeOffset seenAt)
{
    public const int LongestId = 200;

    /// <summary>Who reported, and the id there.</summary>
    public string Id { get; private set; } = id;

    public DateTimeOffset SeenAt { get; private set; } = seenAt;
}

internal sealed class SeenReportModel : IEntityTypeConfiguration<SeenReport>
{
    public void Configure(EntityTypeBuilder<SeenReport> report)
    {
        report.ToTable("seen_reports");
        report.Property(r => r.Id).HasMaxLength(SeenReport.LongestId);
        report.HasIndex(r => r.SeenAt);
    }
}
