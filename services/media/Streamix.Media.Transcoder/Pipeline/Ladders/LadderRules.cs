using Streamix.Media.Contracts.Keys;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Chooses the rungs for a source.</summary>
internal static class LadderRules
{
    /// <summary>A source this much above a standard step gets a step of its own.</summary>
    private const double Worthwhile = 1.15;

    /// <summary>Where titles this easy are watchable at 360 lines on any line.</summary>
    private const double Easy = 0.6;

    private const double FastFrames = 31;
    private const int MaxLines = 2160;

    public static IReadOnlyList<VideoPlan> Choose(VideoSource video, Complexity complexity, List<string> reasons)
    {
        var lines = Frame.Lines(video.Width, video.Height);
        var steps = Steps(lines, reasons);
        if (complexity.Factor < Easy && steps.Count > 2 && steps[0] == Rung.Standard[0].Lines)
        {
            steps.RemoveAt(0);
            reasons.Add("No 240p: the title is so easy to encode that 360p fits the slowest lines.");
        }

        return [.. steps.Select(step => Plan(step, lines, video, complexity))];
    }

    private static List<int> Steps(int lines, List<string> reasons)
    {
        var steps = Rung.Standard.Select(rung => rung.Lines).Where(step => step <= lines).ToList();
        if (steps.Count == 0)
        {
            reasons.Add($"One rendition only: the source has just {lines} lines, and none is made larger than it.");
            return [lines];
        }

        if (lines >= steps[^1] * Worthwhile && lines < MaxLines)
        {
            steps.Add(lines);
            reasons.Add($"The highest rendition has the source's own {lines} lines, between two standard steps.");
        }
        else
        {
            reasons.Add($"The highest rendition has {steps[^1]} lines: the source has {lines}, and none is made larger than it.");
        }

        return steps;
    }

    private static VideoPlan Plan(int step, int lines, VideoSource video, Complexity complexity)
    {
        var scale = Math.Min(1, (double)step / lines);
        var (width, height) = (Frame.Even(video.Width * scale), Frame.Even(video.Height * scale));
        var motion = video.Timing.Rate.Value > FastFrames ? 1.4 : 1;
        var cap = (int)Math.Round(Rung.CapOf(step) * complexity.Factor * motion / 10) * 10_000;
        return new(
            $"{step}p", width, height, X264.Crf, cap, cap * 2, KeyTiers.OfLines(Math.Min(width, height)),
            FormattableString.Invariant($"{width}×{height}: quality {X264.Crf} (CRF), at most {cap / 1000} kbit/s: {Rung.CapOf(step)} of the standard ladder × {complexity.Factor:0.##} for complexity{(motion > 1 ? " × 1.4 for the frame rate" : "")}."));
    }
}
