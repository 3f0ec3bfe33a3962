using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Suppressions;

/// <summary>Whom not to write to.</summary>
internal sealed class SuppressionList(EmailDb db, AddressHashes hashes, TimeProvider time)
{
    /// <summary>What stops the mail, as a code; null when nothing does.</summary>
    public async Task<string?> FindAsync(Mail mail, string address, CancellationToken cancellationToken)
    {
        var all = hashes.All(address);
        var found = await db.Suppressions.AsNoTracking()
            .Where(s => all.Contains(s.AddressHash) || (s.Reason == SuppressionReason.Unsubscribed && mail.AccountId != null && s.AccountId == mail.AccountId))
            .Select(s => new { s.Reason, s.CreatedAt })
            .ToListAsync(cancellationToken);
        return found.FirstOrDefault(s => SuppressionRules.Stops(s.Reason, s.CreatedAt, mail.Kind, mail.ConsentedAt)) is { } stop ? Code(stop.Reason) : null;
    }

    /// <summary>Adds an address, or tells it again: the last time counts. Answers the entry.</summary>
    public Task<Guid> AddAsync(byte[] addressHash, Guid? accountId, SuppressionReason reason, CancellationToken cancellationToken) =>
        AddAsync(addressHash, accountId, reason, time.GetUtcNow(), cancellationToken);

    /// <summary>No marketing to an account, whatever its address, since it said so.</summary>
    public Task<Guid> AddAsync(Guid accountId, DateTimeOffset since, CancellationToken cancellationToken) =>
        AddAsync(hashes.Of(AddressHashes.InsteadOf(accountId)), accountId, SuppressionReason.Unsubscribed, since, cancellationToken);

    /// <summary>The account agrees to marketing again; a complaint stays.</summary>
    public Task LiftAsync(Guid accountId, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Suppressions.Where(s => s.AccountId == accountId && s.Reason == SuppressionReason.Unsubscribed && s.CreatedAt < at).ExecuteDeleteAsync(cancellationToken);

    private async Task<Guid> AddAsync(byte[] addressHash, Guid? accountId, SuppressionReason reason, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (id, name) = (Guid.CreateVersion7(time.GetUtcNow()), reason.ToString());
        var ids = await db.Database.SqlQuery<Guid>($"""
            INSERT INTO suppressions (id, address_hash, account_id, reason, created_at) VALUES ({id}, {addressHash}, {accountId}, {name}, {since})
            ON CONFLICT (address_hash, reason) DO UPDATE SET
              created_at = greatest(excluded.created_at, suppressions.created_at), account_id = coalesce(excluded.account_id, suppressions.account_id)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return ids.Single();
    }

    public static string Code(SuppressionReason reason) => reason switch
    {
        SuppressionReason.HardBounce => "hard-bounce",
        SuppressionReason.Manual => "manual",
        SuppressionReason.Complaint => "complaint",
        _ => "unsubscribed",
    };
}
