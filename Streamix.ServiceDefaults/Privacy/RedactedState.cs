using System.Collections;
using System.Globalization;
using System.Text;

namespace Streamix.ServiceDefaults.Privacy;

/// <summary>The values of a log call with what must not be logged replaced, and the message made of them.</summary>
internal sealed class RedactedState(KeyValuePair<string, object?>[] values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public const string Template = "{OriginalFormat}";

    public int Count => values.Length;

    public KeyValuePair<string, object?> this[int index] => values[index];

    public static string Format(RedactedState state, Exception? exception) => state.ToString();

    /// <summary>Null when nothing had to be hidden.</summary>
    public static RedactedState? Of(IReadOnlyList<KeyValuePair<string, object?>> state)
    {
        KeyValuePair<string, object?>[]? changed = null;
        for (var i = 0; i < state.Count; i++)
        {
            var (name, value) = state[i];
            var clean = Redactor.Clean(name, value);
            if (name == Template || ReferenceEquals(clean, value))
                continue;
            changed ??= [.. state];
            changed[i] = new(name, clean);
        }
        return changed is null ? null : new(changed);
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The template with its holes filled, in the order of the values.</summary>
    public override string ToString()
    {
        if (values is not [.., { Key: Template, Value: string template }])
            return string.Join(", ", values.Select(v => $"{v.Key}={v.Value}"));

        var (text, next) = (new StringBuilder(), 0);
        for (var i = 0; i < template.Length; i++)
        {
            var escaped = i + 1 < template.Length && template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i];
            var end = escaped || template[i] != '{' ? -1 : template.IndexOf('}', i);
            if (end < 0)
            {
                text.Append(template[i]);
                i += escaped ? 1 : 0;
                continue;
            }
            text.Append(next < values.Length - 1 ? Convert.ToString(values[next++].Value, CultureInfo.InvariantCulture) ?? "(null)" : "");
            i = end;
        }
        return text.ToString();
    }
}
