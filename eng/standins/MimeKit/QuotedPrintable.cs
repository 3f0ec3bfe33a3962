using System.Globalization;
using System.Text;

namespace MimeKit;

/// <summary>RFC 2045, section 6.7.</summary>
internal static class QuotedPrintable
{
    private const int Longest = 76;

    public static string Encode(string text) =>
        string.Join("\r\n", text.ReplaceLineEndings("\n").Split('\n').Select(EncodeLine));

    private static string EncodeLine(string line)
    {
        var (bytes, text, column) = (Encoding.UTF8.GetBytes(line), new StringBuilder(), 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            var plain = b is >= 33 and <= 126 and not (byte)'=' || (b is 32 or 9 && i < bytes.Length - 1);
            var token = plain ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"={b:X2}");
            if (column + token.Length > Longest - (i < bytes.Length - 1 ? 1 : 0))
            {
                text.Append("=\r\n");
                column = 0;
            }
            text.Append(token);
            column += token.Length;
        }
        return text.ToString();
    }
}
