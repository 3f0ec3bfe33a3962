using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Cuts a title at GOPs, where it can be cut cheaply: just behind a key frame of the source.</summary>
internal static class ChunkRules
{
    private const double Leeway = 0.25;
    private const int SamplesOfQuality = 3;

    /// <summary>How long GOPs are: two seconds, rounded to whole frames.</summary>
    public static int GopFrames(Rate rate) => Math.Max(1, (int)Math.Round(2 * rate.Value));

    public static IReadOnlyList<ChunkPlan> Cut(VideoTiming timing, int gopFrames, TimeSpan target)
    {
        var cuts = Cuts(timing, gopFrames, target);
        var sampled = SampledChunks(cuts.Count);
        var chunks = new List<ChunkPlan>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var frames = (i + 1 < cuts.Count ? cuts[i + 1] : timing.Frames) - cuts[i];
            chunks.Add(new(i, cuts[i], frames, SeekTo(timing, cuts[i]), sampled.Contains(i) ? frames / 2 / gopFrames * gopFrames : null));
        }

        return chunks;
    }

    private static List<long> Cuts(VideoTiming timing, int gopFrames, TimeSpan target)
    {
        var gops = (timing.Frames + gopFrames - 1) / gopFrames;
        var aim = Math.Max(1, (long)Math.Round(target.TotalSeconds * timing.Rate.Value / gopFrames));
        var (cuts, at) = (new List<long> { 0 }, 0L);
        while (gops - at >= aim + Math.Max(1, aim / 2))
        {
            at = Best(timing, gopFrames, at + aim, Math.Min((long)(aim * Leeway), gops - at - aim - 1));
            cuts.Add(at * gopFrames);
        }

        return cuts;
    }

    /// <summary>Of the GOPs around, the one with the least to decode in front of it.</summary>
    private static long Best(VideoTiming timing, int gopFrames, long gop, long leeway)
    {
        var (best, cost) = (gop, Cost(timing, gop * gopFrames));
        for (var step = 1; step <= leeway; step++)
        {
            foreach (var candidate in (ReadOnlySpan<long>)[gop - step, gop + step])
            {
                if (Cost(timing, candidate * gopFrames) is var other && other < cost - 0.001) (best, cost) = (candidate, other);
            }
        }

        return best;
    }

    private static double Cost(VideoTiming timing, long frame)
    {
        var start = timing.Rate.SecondsOf(frame);
        return start - KeyFrameBefore(timing, start + Near(timing), 0);
    }

    /// <summary>Where to start decoding to get a frame right; null for the begin.</summary>
    public static double? SeekTo(VideoTiming timing, long frame)
    {
        if (frame == 0) return null;
        var start = timing.Rate.SecondsOf(frame);
        // A key frame that is shown first in the chunk will do; where seeking is a search it may land late: aim well before.
        var safe = timing.Index ? start + Near(timing) : start - 3;
        var key = KeyFrameBefore(timing, safe, timing.Index ? 0 : 1);
        return key <= 0 ? null : key;
    }

    /// <summary>A frame this near to a place on the grid is shown there.</summary>
    private static double Near(VideoTiming timing) => 0.4 * timing.Rate.Den / timing.Rate.Num;

    private static double KeyFrameBefore(VideoTiming timing, double time, int further)
    {
        var keys = timing.KeyFrames;
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] <= time) low = middle + 1;
            else high = middle;
        }

        return low - 1 - further >= 0 ? keys[low - 1 - further] : 0;
    }

    private static HashSet<int> SampledChunks(int count) => [.. Enumerable.Range(0, Math.Min(count, SamplesOfQuality)).Select(i => (2 * i + 1) * count / (2 * Math.Min(count, SamplesOfQuality)))];
}
