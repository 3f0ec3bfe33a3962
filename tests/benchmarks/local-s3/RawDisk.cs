using System.Diagnostics;

namespace Streamix.Benchmarks.LocalS3;

/// <summary>The same bytes straight to a file: written and synced, and read back. MiB/s.</summary>
internal sealed class RawDisk(string path, int megabytes)
{
    private readonly byte[] block = Blocks.Random();

    public async Task<double> WriteAsync()
    {
        File.Delete(path);
        var watch = Stopwatch.StartNew();
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        for (var i = 0; i < megabytes; i++)
            await RandomAccess.WriteAsync(file, block, (long)i << 20);
        RandomAccess.FlushToDisk(file);
        return megabytes / watch.Elapsed.TotalSeconds;
    }

    public async Task<double> ReadAsync()
    {
        var target = new byte[1 << 20];
        var watch = Stopwatch.StartNew();
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        for (var i = 0; i < megabytes; i++)
            await RandomAccess.ReadAsync(file, target, (long)i << 20);
        return megabytes / watch.Elapsed.TotalSeconds;
    }
}
