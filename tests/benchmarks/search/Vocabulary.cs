namespace Streamix.Benchmarks.Search;

/// <summary>Words that look like words, drawn as languages do: the n-th most frequent one n times less often than the first.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Cores = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Codas = ["", "", "n", "r", "s", "l", "t", "ck", "nd"];
    private readonly string[] _words;
    private readonly double[] _cumulated;

    public Vocabulary(int size, Random random)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        while (words.Count < size)
            words.Add(string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pick(Onsets, random) + Pick(Cores, random) + Pick(Codas, random))));
        _words = [.. words];
        _cumulated = new double[size];
        for (var i = 0; i < size; i++)
            _cumulated[i] = (i == 0 ? 0 : _cumulated[i - 1]) + 1.0 / (i + 1);
    }

    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    /// <summary>Any word as likely as another.</summary>
    public string DrawEvenly(Random random) => Pick(_words, random);

    public string At(int rank) => _words[rank];

    private static string Pick(string[] list, Random random) => list[random.Next(list.Length)];
}
