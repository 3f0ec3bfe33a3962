using System.Globalization;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>What a media playlist says, and what its segments weigh.</summary>
/// <param name="Seconds">Of all segments.</param>
/// <param name="Average">Bits per second.</param>
/// <param name="Peak">Of the segment with the most bits per second, leaving out those shorter than half of the longest.</param>
internal sealed record MediaPlaylist(double Seconds, long Average, long Peak)
{
    public static MediaPlaylist Measure(string folder, string name)
    {
        var segments = Segments(folder, File.ReadAllLines(Path.Combine(folder, name))).ToList();
        if (segments.Count == 0) throw new PipelineException($"{name} has no segments.");
        var (seconds, longest) = (segments.Sum(segment => segment.Seconds), segments.Max(segment => segment.Seconds));
        var peak = segments.Where(segment => segment.Seconds >= longest / 2).Max(segment => segment.Bytes * 8 / segment.Seconds);
        return new(seconds, (long)(segments.Sum(segment => segment.Bytes) * 8 / seconds), (long)peak);
    }

    private static IEnumerable<(double Seconds, long Bytes)> Segments(string folder, string[] lines)
    {
        var seconds = 0.0;
        foreach (var line in lines)
        {
            if (line.StartsWith("#EXTINF:", StringComparison.Ordinal)) seconds = double.Parse(line.AsSpan(8, line.IndexOf(',') - 8), CultureInfo.InvariantCulture);
            else if (line.Length > 0 && line[0] != '#') yield return (seconds, new FileInfo(Path.Combine(folder, line)).Length);
        }
    }
}
