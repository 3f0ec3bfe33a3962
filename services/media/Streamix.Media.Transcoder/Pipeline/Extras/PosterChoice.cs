namespace Streamix.Media.Transcoder.Pipeline.Extras;

/// <summary>Chooses the frame that stands for a title among small grey pictures of its key frames.</summary>
internal static class PosterChoice
{
    public const int Width = 32;
    public const int Height = 18;
    private const int Size = Width * Height;

    /// <param name="pictures">One after the other, a byte a pixel.</param>
    /// <returns>Which key frame.</returns>
    public static int Best(ReadOnlySpan<byte> pictures)
    {
        var (best, score, count) = (0, double.NegativeInfinity, pictures.Length / Size);
        for (var i = 0; i < count; i++)
        {
            // Near the begin and the end there are logos and credits.
            var place = (i + 0.5) / count;
            var penalty = count > 4 && place is < 0.08 or > 0.85 ? 40 : 0;
            if (Score(pictures.Slice(i * Size, Size)) - penalty is var other && other > score) (best, score) = (i, other);
        }

        return best;
    }

    /// <summary>Contrast and detail count; black, white and single colours do not.</summary>
    public static double Score(ReadOnlySpan<byte> picture)
    {
        var (mean, edges) = (0.0, 0.0);
        foreach (var pixel in picture) mean += pixel / (double)Size;
        var variance = 0.0;
        for (var i = 0; i < Size; i++)
        {
            variance += (picture[i] - mean) * (picture[i] - mean) / Size;
            if (i % Width != Width - 1) edges += Math.Abs(picture[i] - picture[i + 1]) / (double)Size;
        }

        var dark = mean < 40 ? (40 - mean) * 3 : 0;
        var bright = mean > 215 ? (mean - 215) * 3 : 0;
        return Math.Sqrt(variance) + edges - dark - bright;
    }
}
