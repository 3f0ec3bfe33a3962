using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Email.Privacy;

/// <summary>
/// The mails of an account. Erasing takes all of them but the last one, which tells of the erasure, until it is sent;
/// the saga asks again. What stays is a hash on the suppression list, which leads to nobody.
/// </summary>
internal sealed class MailsOfAccount(EmailDb db, AddressHashes hashes) : IPersonalDataStore
{
    public string Name => "mails";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var mails = await db.Mails.Where(m => m.AccountId == accountId).OrderBy(m => m.CreatedAt)
            .Select(m => new { m.Id, m.Template, m.Locale, State = m.State.ToString(), m.CreatedAt, m.FinishedAt, m.ConsentedAt, m.CampaignId, m.Outcome })
            .ToListAsync(cancellationToken);
        var suppressed = await db.Suppressions.Where(s => s.AccountId == accountId).OrderBy(s => s.CreatedAt)
            .Select(s => new { Reason = s.Reason.ToString(), s.CreatedAt }).ToListAsync(cancellationToken);
        return mails.Count + suppressed.Count > 0 ? new { Mails = mails, Suppressed = suppressed } : null;
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var own = hashes.All(AddressHashes.InsteadOf(accountId));
        return await db.Mails.Where(m => m.AccountId == accountId && !(m.Template == MailTemplates.ErasureStarted && m.State == MailState.Queued)).ExecuteDeleteAsync(cancellationToken)
            + await db.Suppressions.Where(s => own.Contains(s.AddressHash)).ExecuteDeleteAsync(cancellationToken)
            + await db.Suppressions.Where(s => s.AccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(s => s.AccountId, (Guid?)null), cancellationToken)
            + await db.Mails.CountAsync(m => m.AccountId == accountId, cancellationToken);
    }
}
