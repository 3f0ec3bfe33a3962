using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Streamix.LocalS3.Storage;

/// <summary>The few calls .NET does not offer: fsync of a folder, hard links, early writeback.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;
    private const uint StartWriteback = 2;

    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"Cannot open {folder}: error {Marshal.GetLastPInvokeError()}", Marshal.GetLastPInvokeError());
        try
        {
            if (Fsync(descriptor) != 0)
                throw new IOException($"Cannot sync {folder}: error {Marshal.GetLastPInvokeError()}", Marshal.GetLastPInvokeError());
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>False where links are not possible; the caller copies then.</summary>
    public static bool TryLink(string existing, string created) => !OperatingSystem.IsWindows() && Link(existing, created) == 0;

    /// <summary>Lets the disk begin while the rest is still arriving, so that the final fsync is short.</summary>
    public static void BeginWriteback(SafeFileHandle file, long offset, long count)
    {
        if (OperatingSystem.IsLinux())
            _ = SyncFileRange(file, offset, count, StartWriteback);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);

    [LibraryImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    private static partial int SyncFileRange(SafeFileHandle file, long offset, long count, uint flags);
}
