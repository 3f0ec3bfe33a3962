using System.Text;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>A list within a cell of a table: entries between bars, their parts between colons; a backslash takes the meaning from what follows.</summary>
internal static class Cell
{
    private const char Entry = '|';
    private const char Part = ':';
    private const char Escape = '\\';

    public static string Write(IEnumerable<string?[]> entries) => string.Join(Entry, entries.Select(e => string.Join(Part, e.Select(p => Escaped(p ?? "")))));

    /// <summary>The entries with their parts; none for an empty cell.</summary>
    public static List<string[]> Read(string cell) =>
        string.IsNullOrWhiteSpace(cell) ? [] : [.. Split(cell, Entry).Select(e => Split(e, Part).Select(p => Unescaped(p).Trim()).ToArray())];

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static List<string> Split(string text, char separator)
    {
        List<string> pieces = [];
        var (start, i) = (0, 0);
        for (; i < text.Length; i++)
            if (text[i] == Escape)
                i++;
            else if (text[i] == separator)
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
        pieces.Add(text[start..]);
        return pieces;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] == Escape && i + 1 < text.Length ? text[++i] : text[i]);
        return plain.ToString();
    }
}
