namespace Streamix.LocalS3.Storage;

/// <summary>A multipart upload in progress. Parts, completion and abort take turns at <see cref="Gate"/>.</summary>
internal sealed class Upload(UploadRecord record, string folder)
{
    public const string RecordName = "upload.json";

    private readonly SortedDictionary<int, PartRecord> parts = [];
    private readonly Lock partsGate = new();

    public UploadRecord Record => record;

    public string Folder => folder;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public bool Closed { get; set; }

    public string PartPath(int number) => Path.Combine(folder, $"part-{number:D5}.json");

    public PartRecord? Find(int number)
    {
        lock (partsGate)
            return parts.GetValueOrDefault(number);
    }

    /// <summary>The part that was there before, if any.</summary>
    public PartRecord? Put(PartRecord part)
    {
        lock (partsGate)
        {
            parts.Remove(part.Number, out var old);
            parts[part.Number] = part;
            return old;
        }
    }

    public PartRecord[] Parts()
    {
        lock (partsGate)
            return [.. parts.Values];
    }
}
