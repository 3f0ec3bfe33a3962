using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Suppressions;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Comms.Email.Feedback;

/// <summary>Applies reports, each once.</summary>
internal sealed class Reports(EmailDb db, SuppressionList suppressions, AddressHashes hashes, TimeProvider time)
{
    public Task ApplyAsync(Report report, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var now = time.GetUtcNow();
        if (await db.Database.ExecuteSqlAsync($"INSERT INTO seen_reports (id, seen_at) VALUES ({report.Id}, {now}) ON CONFLICT DO NOTHING", token) == 0)
            return;

        if (ReasonOf(report.Kind) is { } reason)
            foreach (var address in report.Addresses)
                await suppressions.AddAsync(hashes.Of(address), null, reason, token);
        var outcome = report.Kind switch { ReportKind.HardBounce => "bounced", ReportKind.SoftBounce => "soft-bounced", _ => "complained" };
        await About(report).ExecuteUpdateAsync(set => set.SetProperty(m => m.Outcome, outcome), token);
    }, cancellationToken: cancellationToken);

    private IQueryable<Mail> About(Report report) => db.Mails.Where(m =>
        (report.MailId != null && m.Id == report.MailId) || (report.ProviderId != null && m.ProviderId == report.ProviderId));

    private static SuppressionReason? ReasonOf(ReportKind kind) => kind switch
    {
        ReportKind.HardBounce => SuppressionReason.HardBounce,
        ReportKind.Complaint => SuppressionReason.Complaint,
        _ => null,
    };
}
