using Microsoft.Win32.SafeHandles;

namespace Streamix.LocalS3.Storage;

/// <summary>A blob being written. Unless kept it is deleted; after a crash no record names it and the next start collects it.</summary>
internal sealed class BlobDraft(string id, string path) : IDisposable
{
    private const long WritebackStep = 8 << 20;
    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
    private long length;
    private long handedOver;
    private bool kept;

    public string Id => id;

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> block)
    {
        await RandomAccess.WriteAsync(file, block, length, CancellationToken.None);
        length += block.Length;
        if (length - handedOver < WritebackStep)
            return;
        Posix.BeginWriteback(file, handedOver, length - handedOver);
        handedOver = length;
    }

    /// <summary>Durable from here on, though no record names it yet.</summary>
    public void Keep()
    {
        RandomAccess.FlushToDisk(file);
        Posix.SyncFolder(Path.GetDirectoryName(path)!);
        kept = true;
    }

    public void Dispose()
    {
        file.Dispose();
        if (!kept)
            File.Delete(path);
    }
}
