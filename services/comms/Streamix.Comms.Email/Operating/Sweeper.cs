using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Comms.Email.Campaigns;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Comms.Email.Operating;

/// <summary>Erases what is kept no longer.</summary>
internal sealed class Sweeper(IServiceScopeFactory scopes, IOptions<EmailOptions> options, TimeProvider time, ILogger<Sweeper> logger)
    : Rounds(options.Value.Retention.SweepInterval, time, logger)
{
    private readonly RetentionOptions _retention = options.Value.Retention;

    /// <summary>One pass; answers the number of rows changed.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmailDb>();
        var now = Time.GetUtcNow();
        var (forgotten, erased) = (now - _retention.Log, now - _retention.DeadLetters);
        return await db.Mails.Where(m => m.State == MailState.Dead && m.Content != null && m.FinishedAt < erased)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Content, (byte[]?)null), cancellationToken)
            + await CampaignMails.Left(db, now).ExecuteUpdateAsync(CampaignMails.Discard(now), cancellationToken)
            + await db.Mails.Where(m => m.FinishedAt < forgotten && !db.Campaigns.Any(c => c.Id == m.CampaignId && (c.EndedAt == null || c.EndedAt > forgotten))).ExecuteDeleteAsync(cancellationToken)
            + await db.SeenReports.Where(r => r.SeenAt < forgotten).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);
}
