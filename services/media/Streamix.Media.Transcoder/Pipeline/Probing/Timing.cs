namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Finds the constant frame rate for the renditions.</summary>
internal static class Timing
{
    private const double Fastest = 60.5;
    private const double Slowest = 5;

    private static readonly Rate[] Common =
    [
        new(5, 1), new(6, 1), new(8, 1), new(10, 1), new(12, 1), new(25, 2), new(15000, 1001), new(15, 1), new(20, 1), new(24000, 1001), new(24, 1), new(25, 1),
        new(30000, 1001), new(30, 1), new(48000, 1001), new(48, 1), new(50, 1), new(60000, 1001), new(60, 1), new(100, 1), new(120000, 1001), new(120, 1), new(240, 1),
    ];

    /// <param name="packets">In the order of showing, from the first frame on.</param>
    /// <param name="start">The first frame's time stamp.</param>
    /// <param name="index">Whether the container knows its key frames.</param>
    /// <param name="notes">What is to be told.</param>
    public static VideoTiming Of(IReadOnlyList<Packet> packets, double start, bool index, List<string> notes)
    {
        var times = packets.Select(packet => packet.Time - start).ToArray();
        var average = AverageOf(packets, times);
        var constant = ConstantRate(times, average);
        var rate = constant ?? UsualRate(times, average);
        var frames = constant is null ? rate.FramesIn(times[^1] + LastDuration(packets, rate)) : times.Length;
        (rate, frames) = InBounds(rate, frames, notes);
        if (constant is null) notes.Add(FormattableString.Invariant($"Its frames come unevenly ({average:0.##} a second on average); the renditions have {rate.Value:0.###} a second."));
        return new(start, times.Length, constant is null, average, rate, Math.Max(1, frames), KeyFrames(packets, start), index);
    }

    private static double AverageOf(IReadOnlyList<Packet> packets, double[] times) =>
        times.Length > 1 && times[^1] > times[0] ? (times.Length - 1) / (times[^1] - times[0])
        : packets[0].Duration > 0 ? 1 / packets[0].Duration
        : 25;

    /// <summary>Every frame is nearest to its own place on the grid.</summary>
    private static Rate? ConstantRate(double[] times, double average)
    {
        Rate[] candidates = [.. Common.Where(rate => Math.Abs(rate.Value / average - 1) < 0.002).OrderBy(rate => Math.Abs(rate.Value / average - 1)), Exact(average)];
        foreach (var rate in candidates)
        {
            if (FitsGrid(times, rate)) return rate;
        }

        return null;
    }

    private static bool FitsGrid(double[] times, Rate rate)
    {
        for (var i = 0; i < times.Length; i++)
        {
            if (Math.Abs(times[i] * rate.Value - i) > 0.45) return false;
        }

        return true;
    }

    private static Rate Exact(double average)
    {
        var thousandths = (int)Math.Round(Math.Clamp(average, 0.001, 2_000) * 1000);
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(thousandths, 1000);
        return new(thousandths / common, 1000 / common);
    }

    /// <summary>The common rate next to the distance most neighbours have, which is what the camera or the screen aimed at.</summary>
    private static Rate UsualRate(double[] times, double average)
    {
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Where(gap => gap > 0.0005).Order().ToArray();
        var usual = gaps.Length > 0 ? 1 / gaps[gaps.Length / 2] : average;
        var aim = Math.Clamp(Math.Max(usual, average), 15, 60);
        return Common.Where(rate => rate.Value is >= 14.9 and < Fastest).MinBy(rate => Math.Abs(Math.Log(rate.Value / aim)));
    }

    private static double LastDuration(IReadOnlyList<Packet> packets, Rate rate) =>
        packets[^1].Duration > 0 && packets[^1].Duration < 10 ? packets[^1].Duration : (double)rate.Den / rate.Num;

    private static (Rate Rate, long Frames) InBounds(Rate rate, long frames, List<string> notes)
    {
        var (was, divide, multiply) = (rate, 1, 1);
        while (rate.Value / divide > Fastest) divide++;
        while (rate.Value * multiply < Slowest) multiply++;
        if (divide > 1) notes.Add(FormattableString.Invariant($"It has {was.Value:0.###} frames a second; the renditions have every {Ordinal(divide)}."));
        if (multiply > 1) notes.Add(FormattableString.Invariant($"It has only {was.Value:0.###} frames a second; the renditions repeat them."));
        return (new(rate.Num * multiply, rate.Den * divide), (frames * multiply + divide - 1) / divide);
    }

    private static string Ordinal(int number) => number switch { 2 => "second", 3 => "third", 4 => "fourth", _ => FormattableString.Invariant($"{number}th") };

    /// <summary>One a second is enough to seek by.</summary>
    private static double[] KeyFrames(IReadOnlyList<Packet> packets, double start)
    {
        var (kept, last) = (new List<double>(), double.NegativeInfinity);
        foreach (var packet in packets)
        {
            var time = packet.Time - start;
            if (!packet.Key || time < last + 1) continue;
            kept.Add(Math.Round(time, 6));
            last = time;
        }

        return [.. kept];
    }
}
