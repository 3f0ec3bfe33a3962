using System.Text.RegularExpressions;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>What nginx writes to its error log, without the viewer: address, request and token stay out of our log.</summary>
internal static partial class NginxLine
{
    public static string WithoutViewer(string line)
    {
        var told = line.IndexOf(", client: ", StringComparison.Ordinal);
        var text = Path().Replace(told < 0 ? line : line[..told], "/t/…/");
        return Prefix().Replace(text, "");
    }

    /// <summary>Whether somebody should look at it.</summary>
    public static bool IsGrave(string line) => line.Contains("[error]", StringComparison.Ordinal) || line.Contains("[crit]", StringComparison.Ordinal)
        || line.Contains("[alert]", StringComparison.Ordinal) || line.Contains("[emerg]", StringComparison.Ordinal);

    [GeneratedRegex(@"/t/[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"\A\d{4}/\d\d/\d\d \d\d:\d\d:\d\d ", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
