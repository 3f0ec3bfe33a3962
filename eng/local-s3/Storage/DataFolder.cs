using Microsoft.Extensions.Options;

namespace Streamix.LocalS3.Storage;

/// <summary>The layout on disk: <c>blobs/xx/id</c>, <c>buckets/name/…</c>, <c>tmp</c>; one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    public DataFolder(IOptions<LocalS3Options> options)
    {
        Root = Path.GetFullPath(options.Value.Data);
        foreach (var folder in new[] { Root, Blobs, Buckets, Temporary })
            Directory.CreateDirectory(folder);
        held = Hold();
        foreach (var left in new DirectoryInfo(Temporary).EnumerateFileSystemInfos())
            Remove(left);
        Posix.SyncFolder(Root);
    }

    public string Root { get; }

    public string Blobs => Path.Combine(Root, "blobs");

    public string Buckets => Path.Combine(Root, "buckets");

    public string Temporary => Path.Combine(Root, "tmp");

    public bool IsPresent => Directory.Exists(Temporary);

    public string NewTemporary() => Path.Combine(Temporary, Guid.NewGuid().ToString("N"));

    public void Dispose() => held.Dispose();

    private static void Remove(FileSystemInfo left)
    {
        if (left is DirectoryInfo folder)
            folder.Delete(recursive: true);
        else
            left.Delete();
    }

    private FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new InvalidOperationException($"The data folder {Root} is in use by another server.", error);
        }
    }
}
