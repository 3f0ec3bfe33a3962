using System.Globalization;

namespace Streamix.Testing.Engines;

/// <summary>Servers that a test process shares to its end leave their folders, gigabytes of them; the next process throws them away.</summary>
internal static class Leftovers
{
    private static readonly Lock Once = new();
    private static bool _swept;

    /// <summary>Deletes the folders <c>PROCESS-engine-port</c> of processes that have ended.</summary>
    public static void Sweep(string root)
    {
        lock (Once)
        {
            if (_swept || !Directory.Exists(root)) return;
            _swept = true;
        }
        foreach (var folder in Directory.EnumerateDirectories(root).Where(IsLeft)) TryDelete(folder);
    }

    private static bool IsLeft(string folder) =>
        int.TryParse(Path.GetFileName(folder).Split('-')[0], CultureInfo.InvariantCulture, out var process) && !Directory.Exists($"/proc/{process}");

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process sweeps as well, or a straggler still writes.
        }
    }
}
