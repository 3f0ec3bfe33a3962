using Microsoft.EntityFrameworkCore;

namespace Streamix.Streaming.CdnOrchestrator.Data;

/// <summary>Locks that last as long as the transaction.</summary>
internal static class OrchestratorLocks
{
    private const long Revocations = 0x5245_564f_4b45;

    /// <summary>Positions become visible in their order: whoever reads up to one has missed none before it.</summary>
    public static Task LockRevocationsAsync(this OrchestratorDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Revocations})", cancellationToken);
}
