namespace Streamix.LocalS3.Storage;

internal sealed class OrphanCollector(DataFolder data)
{
    /// <summary>Deletes every blob that is not live; how many there were.</summary>
    public int Collect(IReadOnlyDictionary<Guid, byte> live)
    {
        var collected = 0;
        foreach (var path in Directory.EnumerateFiles(data.Blobs, "*", SearchOption.AllDirectories))
        {
            if (Guid.TryParseExact(Path.GetFileName(path), "N", out var id) && live.ContainsKey(id))
                continue;
            File.Delete(path);
            collected++;
        }
        return collected;
    }
}
