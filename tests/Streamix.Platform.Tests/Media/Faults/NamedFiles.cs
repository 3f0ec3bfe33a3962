using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>Every file that the playlists, the manifest and the maps of a package name, as paths below its folder.</summary>
internal static partial class NamedFiles
{
    public static HashSet<string> Of(string folder, IEnumerable<string> roots)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots) Add(folder, root, named);
        return named;
    }

    private static void Add(string folder, string name, HashSet<string> named)
    {
        if (!named.Add(name) || !File.Exists(Path.Combine(folder, name))) return;
        var within = Path.GetExtension(name) switch
        {
            ".m3u8" => Playlist(File.ReadAllLines(Path.Combine(folder, name))),
            ".mpd" => Manifest(XDocument.Load(Path.Combine(folder, name))),
            ".vtt" => Map(File.ReadAllLines(Path.Combine(folder, name))),
            _ => [],
        };
        foreach (var other in within) Add(folder, Path.Combine(Path.GetDirectoryName(name)!, other).Replace('\\', '/'), named);
    }

    /// <summary>Keys are named by addresses that are no files.</summary>
    private static IEnumerable<string> Playlist(string[] lines) => lines
        .Where(line => line.Length > 0 && !line.StartsWith("#EXT-X-KEY", StringComparison.Ordinal) && !line.StartsWith("#EXT-X-SESSION-KEY", StringComparison.Ordinal))
        .SelectMany(line => line[0] == '#' ? Address().Matches(line).Select(match => match.Groups["address"].Value) : [line]);

    private static IEnumerable<string> Map(string[] lines) => lines.Where(line => line.Contains("#xywh=", StringComparison.Ordinal)).Select(line => line.Split('#')[0]);

    private static IEnumerable<string> Manifest(XDocument document)
    {
        foreach (var representation in document.Descendants().Where(element => element.Name.LocalName == "Representation"))
        {
            foreach (var address in representation.Descendants().Where(element => element.Name.LocalName == "BaseURL")) yield return address.Value;
            var template = representation.AncestorsAndSelf().SelectMany(element => element.Elements()).FirstOrDefault(element => element.Name.LocalName == "SegmentTemplate");
            if (template is null) continue;
            if ((string?)template.Attribute("initialization") is { } first) yield return first;
            var count = template.Descendants().Where(element => element.Name.LocalName == "S").Sum(run => 1 + ((int?)run.Attribute("r") ?? 0));
            for (var number = (int?)template.Attribute("startNumber") ?? 1; count > 0; number++, count--)
                yield return ((string)template.Attribute("media")!).Replace("$Number%05d$", $"{number:00000}", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("URI=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
