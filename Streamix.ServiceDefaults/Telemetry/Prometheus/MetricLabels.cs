using System.Globalization;
using System.Text;

namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

internal static class MetricLabels
{
    /// <summary>Sorted, escaped, each name once.</summary>
    public static string Write(KeyValuePair<string, object?>[] tags)
    {
        if (tags.Length == 0)
            return "";
        var text = new StringBuilder();
        string? before = null;
        foreach (var (name, value) in tags.Select(t => (Name: MetricNames.Label(t.Key), t.Value)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            if (name == before)
                continue;
            text.Append(before is null ? "" : ",").Append(name).Append("=\"").Append(Escape(Text(value))).Append('"');
            before = name;
        }
        return text.ToString();
    }

    public static string Escape(string value) => value.AsSpan().IndexOfAny("\\\"\n") < 0
        ? value
        : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
