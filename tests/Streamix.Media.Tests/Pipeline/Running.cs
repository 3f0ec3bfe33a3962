namespace Streamix.Media.Tests.Pipeline;

/// <summary>Processes of this machine.</summary>
internal static class Running
{
    /// <summary>The names of those that work in a folder or below it.</summary>
    public static IReadOnlyList<string> In(string folder) => [.. Below(folder).Select(process => Read(() => File.ReadAllText(Path.Combine(process, "comm")).Trim())).OfType<string>()];

    /// <summary>The command lines of those that work in a folder or below it.</summary>
    public static IReadOnlyList<string> CommandsIn(string folder) =>
        [.. Below(folder).Select(process => Read(() => File.ReadAllText(Path.Combine(process, "cmdline")).TrimEnd('\0').Replace('\0', ' '))).OfType<string>()];

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateDirectories("/proc")
        .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && Read(() => new FileInfo(Path.Combine(process, "cwd")).LinkTarget)?.StartsWith(folder, StringComparison.Ordinal) == true);

    /// <summary>Null of a process that is gone, or somebody else's.</summary>
    private static string? Read(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
