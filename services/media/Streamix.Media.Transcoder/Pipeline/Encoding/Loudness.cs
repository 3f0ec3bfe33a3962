using System.Globalization;
using System.Text.RegularExpressions;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>How loud a track is (EBU R128).</summary>
/// <param name="Integrated">LUFS.</param>
/// <param name="Peak">True peak, dBFS.</param>
internal sealed partial record Loudness(double Integrated, double Peak)
{
    private const double Silence = -60;
    private const double MostGain = 20;
    private const double Ceiling = -1;

    /// <summary>Reads the summary of ffmpeg's <c>ebur128</c>; null for silence.</summary>
    public static Loudness? Read(IReadOnlyList<string> said)
    {
        // A filter that is set up anew says a first, empty summary.
        var summary = string.Join('\n', said.Skip(said.ToList().FindLastIndex(line => line.Contains("Summary:", StringComparison.Ordinal))));
        var (integrated, peak) = (IntegratedLine().Match(summary), PeakLine().Match(summary));
        if (!integrated.Success || !peak.Success) return null;
        var loudness = new Loudness(Number(integrated), Number(peak));
        return loudness.Integrated > Silence && double.IsFinite(loudness.Peak) ? loudness : null;
    }

    /// <summary>One gain for the whole track, so that its dynamics stay; a limiter only where peaks would clip, at four times the rate to catch what lies between samples.</summary>
    public string FilterTo(double target)
    {
        var gain = Math.Min(target - Integrated, MostGain);
        var volume = string.Create(CultureInfo.InvariantCulture, $"volume={gain:0.##}dB:precision=float");
        return Peak + gain <= Ceiling
            ? volume
            : string.Create(CultureInfo.InvariantCulture, $"{volume},aresample=192000,alimiter=limit={Math.Pow(10, (Ceiling - 0.5) / 20):0.####}:attack=5:release=50:level=0:latency=1,aresample=48000");
    }

    private static double Number(Match match) => double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NegativeInfinity;

    [GeneratedRegex(@"I:\s+(-?[0-9.]+|-inf|nan) LUFS", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IntegratedLine();

    [GeneratedRegex(@"Peak:\s+(-?[0-9.]+|-inf|nan) dBFS", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PeakLine();
}
