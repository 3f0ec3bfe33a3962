using Microsoft.Win32.SafeHandles;

namespace Streamix.LocalS3.Storage;

internal sealed class BlobStore(DataFolder data)
{
    public BlobDraft Create()
    {
        var id = Guid.NewGuid().ToString("N");
        var path = PathOf(id);
        DurableFiles.EnsureFolder(Path.GetDirectoryName(path)!);
        return new(id, path);
    }

    public SafeFileHandle Open(string id) =>
        File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    public bool Exists(string id) => File.Exists(PathOf(id));

    public void Discard(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            File.Delete(PathOf(id));
    }

    /// <summary>Second names for the same bytes; blobs never change, so a copy need not move them.</summary>
    public async Task<Segment[]> LinkAsync(IReadOnlyList<Segment> segments)
    {
        var copies = new List<Segment>(segments.Count);
        foreach (var segment in segments)
        {
            var id = Guid.NewGuid().ToString("N");
            DurableFiles.EnsureFolder(Path.GetDirectoryName(PathOf(id))!);
            copies.Add(Posix.TryLink(PathOf(segment.Blob), PathOf(id))
                ? segment with { Blob = id }
                : segment with { Blob = await CopyAsync(segment.Blob) });
        }
        foreach (var folder in copies.Select(c => Path.GetDirectoryName(PathOf(c.Blob))!).Distinct(StringComparer.Ordinal))
            Posix.SyncFolder(folder);
        return [.. copies];
    }

    private async Task<string> CopyAsync(string id)
    {
        using var draft = Create();
        await using var source = File.OpenRead(PathOf(id));
        var block = new byte[256 << 10];
        while (await source.ReadAsync(block) is > 0 and var count)
            await draft.AppendAsync(block.AsMemory(0, count));
        draft.Keep();
        return draft.Id;
    }

    private string PathOf(string id) => Path.Combine(data.Blobs, id[..2], id);
}
