using System.Text;

namespace MimeKit;

/// <summary>Header texts as ASCII lines of at most 78 characters (RFC 2047, RFC 5322 2.1.1).</summary>
internal static class EncodedWords
{
    private const int Line = 76;
    private const int WordBytes = 42;

    /// <summary>An unstructured value: as it is when it is ASCII, else encoded words.</summary>
    public static string Text(string value) => IsPlain(value) ? value : string.Join(' ', Words(value));

    /// <summary>A display name: an atom, a quoted string or encoded words.</summary>
    public static string Phrase(string value) => !IsPlain(value) ? Text(value)
        : value.All(c => char.IsAsciiLetterOrDigit(c) || " !#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal)) ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A field folded at spaces.</summary>
    public static string Fold(string field, string value)
    {
        var (text, column) = (new StringBuilder(field).Append(':'), field.Length + 1);
        foreach (var word in value.Split(' '))
        {
            var folds = column > field.Length + 1 && column + 1 + word.Length > Line;
            text.Append(folds ? "\r\n " : " ").Append(word);
            column = (folds ? 1 : column + 1) + word.Length;
        }
        return text.Append("\r\n").ToString();
    }

    private static bool IsPlain(string value) => value.All(c => c is >= ' ' and < '\x7f') && !value.Contains("=?", StringComparison.Ordinal);

    /// <summary>Characters are never cut in two (RFC 2047, section 5).</summary>
    private static IEnumerable<string> Words(string value)
    {
        var bytes = new List<byte>();
        foreach (var rune in value.EnumerateRunes())
        {
            var next = Encoding.UTF8.GetBytes(Rune.IsControl(rune) ? " " : rune.ToString());
            if (bytes.Count + next.Length > WordBytes)
            {
                yield return Word(bytes);
                bytes = [];
            }
            bytes.AddRange(next);
        }
        yield return Word(bytes);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
