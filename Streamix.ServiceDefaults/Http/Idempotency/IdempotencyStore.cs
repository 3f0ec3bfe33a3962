using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Keys and answers in the service's database, always inside the caller's transaction.</summary>
internal sealed class IdempotencyStore(TimeProvider time, Random random)
{
    private const int SweepOneIn = 64;
    public const int SweepAtMost = 500;

    /// <summary>False while another transaction works under the same key.</summary>
    public Task<bool> TryLockAsync(ServiceDb db, IdempotencyKey key, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({key.Lock}) AS \"Value\"").SingleAsync(cancellationToken);

    public Task<IdempotencyRecord?> FindAsync(ServiceDb db, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Set<IdempotencyRecord>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == key.Id && r.ExpiresAt > now, cancellationToken);
    }

    public async Task KeepAsync(ServiceDb db, IdempotencyKey key, RecordedAnswer answer, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var (now, headers) = (time.GetUtcNow(), answer.HeadersToKeep());
        var expires = now + lifetime;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO idempotency_keys (id, account_id, fingerprint, status, headers, body, expires_at)
            VALUES ({key.Id}, {key.AccountId}, {key.Fingerprint}, {answer.Status}, {headers}::jsonb, {answer.Body}, {expires})
            ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
              headers = excluded.headers, body = excluded.body, expires_at = excluded.expires_at
            """, cancellationToken);
        if (random.Next(SweepOneIn) == 0)
            await SweepAsync(db, now, cancellationToken);
    }

    /// <summary>Rows that another sweep has locked are left to it.</summary>
    public static Task<int> SweepAsync(ServiceDb db, DateTimeOffset now, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        DELETE FROM idempotency_keys WHERE id IN
          (SELECT id FROM idempotency_keys WHERE expires_at <= {now} ORDER BY expires_at LIMIT {SweepAtMost} FOR UPDATE SKIP LOCKED)
        """, cancellationToken);
}
