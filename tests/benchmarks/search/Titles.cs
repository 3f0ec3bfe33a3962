using Streamix.Media.Contracts.Titles;

namespace Streamix.Benchmarks.Search;

/// <summary>Synthetic titles: one to four words, six people, forty words of synopsis.</summary>
internal sealed class Titles(int count, Vocabulary words, Random random)
{
    private const int People = 12_000;
    private static readonly DateTimeOffset Published = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly (Guid Id, string Name)[] _people = [.. Enumerable.Range(0, People).Select(_ => (NewId(random), $"{Capital(words.DrawEvenly(random))} {Capital(words.DrawEvenly(random))}"))];

    public IEnumerable<TitleDocument> All() => Enumerable.Range(0, count).Select(_ => One());

    private TitleDocument One()
    {
        var title = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Capital(random.Next(3) == 0 ? words.Draw(random) : words.DrawEvenly(random))));
        var synopsis = string.Join(' ', Enumerable.Range(0, 40).Select(_ => words.Draw(random)));
        var year = random.Next(1930, 2026);
        var credits = Enumerable.Range(0, 6).Select(_ => _people[random.Next(People)]).DistinctBy(p => p.Id).Select(p => new DocumentCredit(p.Id, p.Name, "cast", null));
        return new(
            NewId(random), 1, true, random.Next(4) == 0 ? TitleKinds.Series : TitleKinds.Movie, "movie", null, "slug", title, "en", [new("en", title, null, synopsis)], year, new(year, 1, 1),
            [Genres.All[random.Next(Genres.All.Count)], Genres.All[random.Next(Genres.All.Count)]], [], [.. credits], [new("*", "12", random.Next(3) * 6)], 5400,
            ["en"], [], [new("*", Published, null)], null, Math.Pow(1 - random.NextDouble(), -1.2), Published);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
