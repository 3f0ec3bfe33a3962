namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Letters left out, put in, changed or swapped with their neighbour (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>How many slips a word of this length may have: none up to two letters, one up to five, two above.</summary>
    public static int Allowed(int length) => length switch { < 3 => 0, < 6 => 1, _ => 2 };

    public static int Between(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return last[other.Length];
    }

    /// <summary>Those near enough, the nearest first; among equals the given order stays.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates)
    {
        var allowed = Allowed(word.Length);
        var near = candidates.Select(c => (Word: c, Distance: Between(word, c))).Where(c => c.Distance <= allowed && c.Distance > 0).ToArray();
        var best = near.Length == 0 ? 0 : near.Min(c => c.Distance);
        return [.. near.Where(c => c.Distance == best).Select(c => c.Word)];
    }
}
