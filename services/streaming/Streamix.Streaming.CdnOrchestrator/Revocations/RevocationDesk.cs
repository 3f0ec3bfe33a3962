using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.CdnOrchestrator.Data;

namespace Streamix.Streaming.CdnOrchestrator.Revocations;

/// <summary>Writes revocations down and hands them on.</summary>
internal sealed class RevocationDesk(OrchestratorDb db, RevokedPlaybacks known, EdgeMetrics metrics, IOptions<OrchestratorOptions> options, TimeProvider time)
{
    private const int PerAnswer = 1000;

    /// <summary>Tokens written by a replica that has not heard of it yet.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Returns when it is committed. Again for the same playback changes nothing.</summary>
    public async Task RevokeAsync(Guid playbackId, string reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.LongestToken + Margin;
        var why = reason.Length > Revocation.LongestReason ? reason[..Revocation.LongestReason] : reason;
        var added = await db.InTransactionAsync(async token =>
        {
            await db.LockRevocationsAsync(token);
            return await db.Database.ExecuteSqlAsync($"""
                INSERT INTO revocations (playback_id, revoked_at, until, reason) VALUES ({playbackId}, {now}, {until}, {why})
                ON CONFLICT (playback_id) DO NOTHING
                """, token);
        }, cancellationToken: cancellationToken);
        known.Add(playbackId, until);
        if (added > 0)
            metrics.Revoked();
    }

    /// <summary>Those in force behind a position, in their order, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Revocation> Revoked, bool More)> AfterAsync(long position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await db.Revocations.AsNoTracking().Where(r => r.Position > position && r.Until > now).OrderBy(r => r.Position).Take(PerAnswer + 1).ToListAsync(cancellationToken);
        return found.Count > PerAnswer ? (found[..PerAnswer], true) : (found, false);
    }
}
