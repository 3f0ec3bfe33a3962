namespace Streamix.Users.Account.Exports;

/// <summary>What one service has to give.</summary>
internal sealed class ExportPart
{
    public ExportPart(Guid exportId, string service, DateTimeOffset now) => (ExportId, Service, DueAt) = (exportId, service, now);

    private ExportPart()
    {
    }

    public Guid ExportId { get; private set; }

    public string Service { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTimeOffset? CollectedAt { get; private set; }

    public long? Bytes { get; private set; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public string? Digest { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public string State => CollectedAt is not null ? "collected" : Failures > 0 ? "retrying" : "waiting";

    public void Collected(long bytes, string digest, DateTimeOffset now) => (Bytes, Digest, CollectedAt, Failures) = (bytes, digest, now, 0);

    public void Failed(DateTimeOffset now, Func<int, TimeSpan> delay) => DueAt = now + delay(++Failures);
}
