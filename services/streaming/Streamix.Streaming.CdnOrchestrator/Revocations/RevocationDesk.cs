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

    /// <summary>
    /// Those in force behind a position, in their order. A position beyond the greatest there is was told by a database that is no more, or all up to it are over:
    /// it begins from the start.
    /// </summary>
    public async Task<RevokedSince> AfterAsync(long position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var greatest = await db.Revocations.MaxAsync(r => (long?)r.Position, cancellationToken) ?? 0;
        var after = position > greatest ? 0 : position;
        var found = await db.Revocations.AsNoTracking().Where(r => r.Position > after && r.Until > now).OrderBy(r => r.Position).Take(PerAnswer + 1).ToListAsync(cancellationToken);
        var revoked = found.Count > PerAnswer ? found[..PerAnswer] : found;
        return new(revoked, revoked.Count > 0 ? revoked[^1].Position : Math.Min(position, greatest), found.Count > PerAnswer);
    }
}

/// <summary>Revocations behind a position.</summary>
/// <param name="Revoked">In their order.</param>
/// <param name="Position">To go on from.</param>
/// <param name="More">There are more of them.</param>
internal sealed record RevokedSince(IReadOnlyList<Revocation> Revoked, long Position, bool More);
