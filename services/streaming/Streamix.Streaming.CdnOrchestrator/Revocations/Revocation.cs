namespace Streamix.Streaming.CdnOrchestrator.Revocations;

/// <summary>A playback that gets nothing from any edge any more.</summary>
internal sealed class Revocation
{
    public const int LongestReason = 64;

    public Guid PlaybackId { get; init; }

    /// <summary>Rises; edges remember the last one they have.</summary>
    public long Position { get; init; }

    public DateTimeOffset RevokedAt { get; init; }

    /// <summary>Later no token of it can be in time.</summary>
    public DateTimeOffset Until { get; init; }

    public string Reason { get; init; } = "";
}
