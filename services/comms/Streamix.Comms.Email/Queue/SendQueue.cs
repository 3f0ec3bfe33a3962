using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Comms.Email.Data;

namespace Streamix.Comms.Email.Queue;

/// <summary>Leases mails and takes back what became of them. Whoever lost the lease changes nothing.</summary>
internal sealed class SendQueue(EmailDb db, IOptions<EmailOptions> options, TimeProvider time)
{
    /// <summary>The most urgent mail that is due, leased; null when there is none.</summary>
    public async Task<Mail?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (lease, until) = (Guid.CreateVersion7(now), now + options.Value.Sending.Lease);
        var taken = await db.Mails.FromSql($"""
            UPDATE mails SET lease = {lease}, due_at = {until}, attempts = attempts + 1
            WHERE id = (
              SELECT m.id FROM mails m
              WHERE m.state = 'Queued' AND m.due_at <= {now}
                AND (m.campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaigns c WHERE c.id = m.campaign_id AND c.state IN ('Running', 'Done')))
              ORDER BY m.kind, m.due_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return taken.SingleOrDefault();
    }

    /// <summary>Ends a mail and erases its content.</summary>
    public Task<bool> FinishAsync(Mail mail, MailState state, string? failure, string? providerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangedAsync(Held(mail).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.Content, (byte[]?)null)
            .SetProperty(m => m.Lease, (Guid?)null)
            .SetProperty(m => m.FinishedAt, now)
            .SetProperty(m => m.Failure, failure)
            .SetProperty(m => m.ProviderId, providerId), cancellationToken));
    }

    /// <summary>Gives up; the locked content stays for an operator's second try.</summary>
    public Task<bool> BuryAsync(Mail mail, string failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangedAsync(Held(mail).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Dead)
            .SetProperty(m => m.Lease, (Guid?)null)
            .SetProperty(m => m.FinishedAt, now)
            .SetProperty(m => m.Failure, failure), cancellationToken));
    }

    /// <summary>Gives the mail back for later.</summary>
    /// <param name="counts">False when it was no fault of the mail.</param>
    public Task<bool> PostponeAsync(Mail mail, TimeSpan wait, string? failure, bool counts, CancellationToken cancellationToken)
    {
        var (due, attempts) = (time.GetUtcNow() + wait, counts ? mail.Attempts : mail.Attempts - 1);
        return ChangedAsync(Held(mail).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.DueAt, due)
            .SetProperty(m => m.Lease, (Guid?)null)
            .SetProperty(m => m.Attempts, attempts)
            .SetProperty(m => m.Failure, failure), cancellationToken));
    }

    private IQueryable<Mail> Held(Mail mail) => db.Mails.Where(m => m.Id == mail.Id && m.Lease == mail.Lease && m.State == MailState.Queued);

    private static async Task<bool> ChangedAsync(Task<int> rows) => await rows > 0;
}
