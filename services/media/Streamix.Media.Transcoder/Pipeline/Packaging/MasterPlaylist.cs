using System.Text.RegularExpressions;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>Reads and completes the multivariant playlist.</summary>
internal static partial class MasterPlaylist
{
    /// <summary>The codec of a rendition and of an audio track, as RFC 6381 writes them.</summary>
    public static (string Video, string? Audio) CodecsOf(string master, string playlist)
    {
        var lines = master.Split('\n');
        var at = Array.FindIndex(lines, line => line == playlist);
        var codecs = at > 0 ? Codecs().Match(lines[at - 1]).Groups[1].Value.Split(',') : throw new PipelineException($"{playlist} is not in the multivariant playlist.");
        return (codecs.First(codec => codec.StartsWith("avc", StringComparison.Ordinal)), codecs.FirstOrDefault(codec => codec.StartsWith("mp4a", StringComparison.Ordinal)));
    }

    /// <summary>Says which tracks play by themselves: of the sound these two; no subtitles, which are shown to those who ask.</summary>
    public static string WithDefault(string master, string? stereo, string? surround) => string.Join('\n', master.Split('\n').Select(line =>
        !line.StartsWith("#EXT-X-MEDIA:", StringComparison.Ordinal) ? line
        : line.Replace("DEFAULT=YES", "DEFAULT=NO", StringComparison.Ordinal) is var plain && (Names(plain, stereo) || Names(plain, surround))
            ? plain.Replace("DEFAULT=NO", "DEFAULT=YES", StringComparison.Ordinal)
            : plain));

    private static bool Names(string line, string? track) => track is not null && line.Contains($"NAME=\"{track}\"", StringComparison.Ordinal);

    [GeneratedRegex("CODECS=\"([^\"]*)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Codecs();
}
