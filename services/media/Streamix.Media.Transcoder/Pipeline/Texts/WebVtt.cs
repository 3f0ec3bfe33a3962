using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Streamix.Media.Transcoder.Pipeline.Texts;

/// <summary>Reads and writes WebVTT: cues and nothing else, so that styles and regions of strangers reach no player.</summary>
internal static partial class WebVtt
{
    private const int MostCues = 50_000;

    /// <returns>In the order of showing; null when it is no WebVTT.</returns>
    public static List<Cue>? Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith("WEBVTT", StringComparison.Ordinal)) return null;
        var cues = new List<Cue>();
        for (var i = 1; i < lines.Length && cues.Count < MostCues; i++)
        {
            if (Times().Match(lines[i]) is not { Success: true } times) continue;
            var said = new List<string>();
            while (++i < lines.Length && lines[i].Trim().Length > 0) said.Add(lines[i].TrimEnd());
            if (said.Count > 0) cues.Add(new(Seconds(times.Groups["from"].Value), Seconds(times.Groups["to"].Value), times.Groups["settings"].Value.Trim(), string.Join('\n', said)));
        }

        return [.. cues.Where(cue => cue.To > cue.From).OrderBy(cue => cue.From)];
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            text.Append('\n').Append(Clock(cue.From)).Append(" --> ").Append(Clock(cue.To));
            if (cue.Settings.Length > 0) text.Append(' ').Append(cue.Settings);
            text.Append('\n').Append(cue.Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Moved, cut to the title, without what falls outside of it.</summary>
    public static List<Cue> Fit(IEnumerable<Cue> cues, double shift, double duration) =>
    [
        .. cues.Select(cue => cue with { From = Math.Max(0, cue.From + shift), To = Math.Min(duration, cue.To + shift) }).Where(cue => cue.To - cue.From > 0.001),
    ];

    public static string Clock(double seconds)
    {
        var milliseconds = (long)Math.Round(Math.Max(0, seconds) * 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}.{milliseconds % 1000:000}");
    }

    private static double Seconds(string clock) => Probing.Seconds.Parse(clock.Replace(',', '.'));

    [GeneratedRegex(@"^\s*(?<from>(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s+-->\s+(?<to>(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})(?<settings>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
