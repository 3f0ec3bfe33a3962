using Streamix.Media.Contracts.Titles;

namespace Streamix.Benchmarks.Search;

/// <summary>What somebody types, and the title meant; none where many would do.</summary>
internal sealed record Query(string Kind, string Text, Guid? Meant);

internal sealed class Queries(IReadOnlyList<TitleDocument> titles, Vocabulary words, Random random)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public IReadOnlyList<Query> Make(int count) => [.. Enumerable.Range(0, count).Select(i => One(i % 10))];

    private Query One(int kind)
    {
        var title = titles[random.Next(titles.Count)];
        return kind switch
        {
            0 or 1 => new("title", title.OriginalTitle, title.TitleId),
            2 or 3 or 4 or 5 => new("title, one slip", Slip(title.OriginalTitle), title.TitleId),
            6 or 7 => new("person, one slip", Slip(title.Credits[0].Name), null),
            8 => new("frequent word", words.At(random.Next(20)), null),
            _ => new("two synopsis words", string.Join(' ', title.Texts[0].Synopsis!.Split(' ').Take(2)), null),
        };
    }

    /// <summary>A letter left out, put in, changed or swapped, in the longest word.</summary>
    private string Slip(string text)
    {
        var parts = text.Split(' ');
        var longest = Array.IndexOf(parts, parts.MaxBy(p => p.Length));
        var word = parts[longest].ToLowerInvariant();
        var at = random.Next(1, word.Length - 1);
        parts[longest] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, Letters[random.Next(26)].ToString()),
            2 => word[..at] + Letters[random.Next(26)] + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return string.Join(' ', parts);
    }
}
