using System.Globalization;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>How many files and connections a child of this process may have open at most.</summary>
internal static class OpenFiles
{
    private const string Title = "Max open files";

    public static long Most() => Read(File.ReadLines("/proc/self/limits"));

    /// <summary>The hard limit: the second figure.</summary>
    internal static long Read(IEnumerable<string> limits) =>
        limits.FirstOrDefault(line => line.StartsWith(Title, StringComparison.Ordinal)) is { } line
        && line[Title.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var hard, ..] && long.TryParse(hard, CultureInfo.InvariantCulture, out var most)
            ? most
            : long.MaxValue;
}
