using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>Picks the language in which something is shown (RFC 4647, lookup).</summary>
internal static class Wording
{
    public static T? Pick<T>(IReadOnlyCollection<T> texts, Func<T, string> language, IReadOnlyList<string> wishes, string original) where T : class =>
        texts.Count == 0 ? null : wishes.Concat([original, "en"]).Select(wish => Find(texts, language, wish)).FirstOrDefault(found => found is not null)
            ?? texts.OrderBy(language, StringComparer.Ordinal).First();

    public static TitleText? Pick(TitleRow row, IReadOnlyList<string> wishes) => Pick(row.Texts, t => t.Language, wishes, row.OriginalLanguage);

    /// <summary>The tag itself, then without its last part and so on, then any other of the same language.</summary>
    private static T? Find<T>(IReadOnlyCollection<T> texts, Func<T, string> language, string wish) where T : class
    {
        for (var tag = wish; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (texts.FirstOrDefault(t => string.Equals(language(t), tag, StringComparison.OrdinalIgnoreCase)) is { } exact)
                return exact;
            if (!tag.Contains('-', StringComparison.Ordinal))
                return texts.Where(t => language(t).StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase)).OrderBy(language, StringComparer.Ordinal).FirstOrDefault();
        }
    }
}
