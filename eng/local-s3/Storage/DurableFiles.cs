namespace Streamix.LocalS3.Storage;

/// <summary>Small files that are whole or absent: written aside, synced, renamed, folder synced.</summary>
internal sealed class DurableFiles(DataFolder data)
{
    public async Task<string> DraftAsync(ReadOnlyMemory<byte> content)
    {
        var draft = data.NewTemporary();
        using var file = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write);
        await RandomAccess.WriteAsync(file, content, 0);
        RandomAccess.FlushToDisk(file);
        return draft;
    }

    /// <summary>The commit point: after the rename readers, and a restart, see the new content.</summary>
    public static void Publish(string draft, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        EnsureFolder(folder);
        File.Move(draft, path, overwrite: true);
        Posix.SyncFolder(folder);
    }

    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content) => Publish(await DraftAsync(content), path);

    public static void Delete(string path)
    {
        File.Delete(path);
        Posix.SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Takes a folder out of sight in one step; what is in it may then go at leisure.</summary>
    public void RemoveFolder(string folder)
    {
        var doomed = data.NewTemporary();
        Directory.Move(folder, doomed);
        Posix.SyncFolder(Path.GetDirectoryName(folder)!);
        Directory.Delete(doomed, recursive: true);
    }

    public static void EnsureFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        Posix.SyncFolder(Path.GetDirectoryName(folder)!);
    }
}
