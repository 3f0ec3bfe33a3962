using Streamix.Discovery.Index.Texts;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>A text to be found, with the grammar of its language and the weight of its field: A titles, B people, C taglines, genres and tags, D synopses.</summary>
internal readonly record struct SearchText(string Configuration, string Weight, string Words)
{
    public static IEnumerable<SearchText> In(string language, string weight, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield break;
        var words = Texts.Words.Of(text);
        yield return new(TextConfigurations.Plain, weight, words);
        if (TextConfigurations.Of(language) is var grammar && grammar != TextConfigurations.Plain)
            yield return new(grammar, weight, words);
    }
}

internal static class SearchTexts
{
    /// <summary>Everything of a document that can be found. Titles come first, so that they keep their positions for phrases.</summary>
    public static IEnumerable<SearchText> Of(TitleDocument document) =>
    [
        .. Titles(document),
        .. document.Credits.SelectMany(c => SearchText.In("", "B", c.Name)),
        .. document.Credits.SelectMany(c => SearchText.In("", "C", c.Character)),
        .. document.Texts.SelectMany(t => SearchText.In(t.Language, "C", t.Tagline)),
        .. document.Genres.Concat(document.Tags).SelectMany(t => SearchText.In("en", "C", t)),
        .. document.Texts.SelectMany(t => SearchText.In(t.Language, "D", t.Synopsis)),
    ];

    private static IEnumerable<SearchText> Titles(TitleDocument document) =>
        document.Texts.Select(t => (t.Language, t.Title)).Append((document.OriginalLanguage, document.OriginalTitle)).DistinctBy(t => t.Item2)
            .SelectMany(t => SearchText.In(t.Item1, "A", t.Item2));
}
