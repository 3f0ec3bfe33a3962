using System.Text;

namespace Streamix.Deploy.Manifest;

/// <summary>A manifest string split into literal text and references: <c>Host={postgres.bindings.tcp.host}</c>.</summary>
internal static class Expression
{
    public readonly record struct Part(string Text, bool IsReference);

    /// <exception cref="DeployException">A brace is opened and not closed.</exception>
    public static IReadOnlyList<Part> Parse(string value)
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 1 < value.Length && (value[i] is '{' or '}') && value[i + 1] == value[i])
            {
                literal.Append(value[i++]);
                continue;
            }
            if (value[i] != '{')
            {
                literal.Append(value[i]);
                continue;
            }
            var end = value.IndexOf('}', i);
            if (end < 0) throw new DeployException($"an expression is not closed: {value}");
            if (literal.Length > 0) parts.Add(new(literal.ToString(), IsReference: false));
            literal.Clear();
            parts.Add(new(value[(i + 1)..end], IsReference: true));
            i = end;
        }
        if (literal.Length > 0 || parts.Count == 0) parts.Add(new(literal.ToString(), IsReference: false));
        return parts;
    }
}
