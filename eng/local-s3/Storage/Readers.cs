namespace Streamix.LocalS3.Storage;

/// <summary>Keeps the blobs of a replaced or deleted object until the last reader of that version is done.</summary>
internal sealed class Readers(BlobStore blobs)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> reading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectRecord> retired = new(StringComparer.Ordinal);

    /// <summary>Called while the key's gate is held, so that the version cannot be retired in between.</summary>
    public void Enter(ObjectRecord record)
    {
        lock (gate)
            reading[record.Version] = reading.GetValueOrDefault(record.Version) + 1;
    }

    public void Leave(ObjectRecord record)
    {
        ObjectRecord? doomed = null;
        lock (gate)
        {
            if (--reading[record.Version] > 0)
                return;
            reading.Remove(record.Version);
            retired.Remove(record.Version, out doomed);
        }
        Discard(doomed);
    }

    public void Retire(ObjectRecord record)
    {
        lock (gate)
        {
            if (reading.ContainsKey(record.Version))
            {
                retired[record.Version] = record;
                return;
            }
        }
        Discard(record);
    }

    private void Discard(ObjectRecord? record)
    {
        if (record is not null)
            blobs.Discard(record.Segments.Select(s => s.Blob));
    }
}
