using System.Globalization;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

internal static class CompositeFormatParts
{
    /// <summary>Texts and numbers of holes, in order; doubled braces are single ones again.</summary>
    public static IEnumerable<(string Literal, int? Hole)> Of(string format)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '{' && format[i] != '}')
            {
                literal.Append(format[i]);
            }
            else if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                literal.Append(format[i++]);
            }
            else
            {
                if (literal.Length > 0)
                    yield return (literal.ToString(), null);
                literal.Clear();
                var end = format.IndexOf('}', i);
                yield return ("", int.Parse(format.AsSpan(i + 1, end - i - 1), CultureInfo.InvariantCulture));
                i = end;
            }
        }
        if (literal.Length > 0)
            yield return (literal.ToString(), null);
    }
}
