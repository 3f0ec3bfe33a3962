namespace Streamix.Media.Catalog.Titles;

/// <summary>The key by which lists of titles are sorted: small letters, without what does not count.</summary>
internal static class TitleSort
{
    private static readonly string[] Articles = ["the ", "a ", "an "];

    public static string KeyOf(string title)
    {
        var key = title.Trim().TrimStart('"', '\'', '«', '“', '¡', '¿', '#', '.').ToLowerInvariant();
        foreach (var article in Articles)
            if (key.StartsWith(article, StringComparison.Ordinal) && key.Length > article.Length)
                return key[article.Length..].TrimStart();
        return key.Length > 0 ? key : title;
    }
}
