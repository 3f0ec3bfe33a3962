namespace Streamix.Benchmarks.Enumeration;

/// <summary>Are two samples of one distribution? Ranks do not mind outliers, of which a busy machine makes many.</summary>
internal static class RankTest
{
    public static double Median(IReadOnlyList<double> sample)
    {
        var sorted = sample.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The two-sided p-value by the normal approximation with correction for ties and continuity; good from some 20 values each.</summary>
    public static double MannWhitney(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (n, m) = ((double)one.Count, (double)other.Count);
        var groups = one.Select(value => (value, Mine: true)).Concat(other.Select(value => (value, Mine: false))).GroupBy(pair => pair.value).OrderBy(group => group.Key);
        var (before, ranks, ties) = (0d, 0d, 0d);
        foreach (var group in groups)
        {
            var count = group.Count();
            ranks += group.Count(pair => pair.Mine) * (before + (count + 1) / 2d);
            ties += Math.Pow(count, 3) - count;
            before += count;
        }
        var (u, all) = (ranks - n * (n + 1) / 2, n + m);
        var deviation = Math.Sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        return deviation == 0 ? 1 : Math.Min(1, Erfc(Math.Max(0, Math.Abs(u - n * m / 2) - 0.5) / deviation / Math.Sqrt(2)));
    }

    /// <summary>Abramowitz and Stegun 7.1.26, to seven digits.</summary>
    private static double Erfc(double x)
    {
        var t = 1 / (1 + 0.3275911 * x);
        return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.Exp(-x * x);
    }
}
