using System.Globalization;
using System.Text;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>Puts values into lines. What comes out is plain text; making it safe for HTML or a link is up to whoever writes there.</summary>
internal sealed class Fill(IReadOnlyDictionary<string, string> values, Phrases phrases)
{
    private const int LongestValue = 2000;

    public string Text(Line line) => Put(line, value => value);

    /// <summary>Values are escaped, so that they stay within their place of the address.</summary>
    public string Link(Line line) => Put(line, Uri.EscapeDataString);

    /// <exception cref="LetterException">A value is missing.</exception>
    private string Put(Line line, Func<string, string> escape)
    {
        var text = new StringBuilder();
        foreach (var part in line.Parts)
            text.Append(part.Kind switch
            {
                PartKind.Value => escape(Readable(Value(part.Text))),
                PartKind.Phrase => escape(OneLine(phrases.For(part.Text, Value(part.Text)))),
                _ => part.Text,
            });
        return text.ToString();
    }

    private string Value(string name) => values.TryGetValue(name, out var value) ? value : throw new LetterException("missing-variable", $"The variable '{name}' is missing.");

    /// <summary>Instants as people read them, in UTC and in an order that no country misreads.</summary>
    private static string Readable(string value) =>
        value.Length is > 18 and < 40 && value[10] == 'T' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : OneLine(value);

    private static string OneLine(string value)
    {
        var text = new string([.. value.Take(LongestValue).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
        return text.Trim();
    }
}
