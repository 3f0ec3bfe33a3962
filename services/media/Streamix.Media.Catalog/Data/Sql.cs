namespace Streamix.Media.Catalog.Data;

internal static class Sql
{
    /// <summary>A list of literals for check constraints; for words of our own vocabularies only.</summary>
    public static string List(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"'{w}'"));
}
