using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Streamix.Benchmarks.LocalS3;

/// <summary>Makes the next read come from the disk.</summary>
internal static partial class PageCache
{
    private const int DontNeed = 4;

    public static void Drop(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(p => Path.GetFileName(p) != ".lock"))
        {
            using var file = File.OpenHandle(path);
            _ = Advise(file, 0, 0, DontNeed);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
