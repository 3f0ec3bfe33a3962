using System.Globalization;
using System.Text;

namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

/// <summary>The text exposition format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<InstrumentSeries> instruments)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var family in instruments.GroupBy(i => i.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            WriteFamily(text, family.Key, [.. family]);
        return text.ToString();
    }

    /// <summary>
    /// Instruments of one name from several meters make one family, as long as they are of one type. One that has measured nothing yet
    /// is announced too, so that a query can be told from a misspelt one.
    /// </summary>
    private static void WriteFamily(StringBuilder text, string name, InstrumentSeries[] members)
    {
        var type = members[0].Kind.Name();
        var rows = members.Where(m => m.Kind.Name() == type).SelectMany(m => m.All)
            .Select(series => (series.Labels, series.Bounds, Read: series.Read()))
            .Where(row => row.Read is not null)
            .DistinctBy(row => row.Labels, StringComparer.Ordinal)
            .OrderBy(row => row.Labels, StringComparer.Ordinal)
            .ToList();
        if (members[0].Help.Length > 0)
            text.Append("# HELP ").Append(name).Append(' ').Append(Help(members[0].Help)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var (labels, bounds, read) in rows)
            if (bounds.Count > 0)
                WriteHistogram(text, name, labels, bounds, read!.Value);
            else
                Line(text, name, labels, read!.Value.Value);
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, IReadOnlyList<double> bounds, (double Sum, long Count, long[] Buckets) read)
    {
        var prefix = labels.Length > 0 ? labels + "," : "";
        long below = 0;
        for (var i = 0; i < bounds.Count; i++)
        {
            below += read.Buckets[i];
            Line(text, $"{name}_bucket", $"{prefix}le=\"{Number(bounds[i])}\"", below);
        }
        Line(text, $"{name}_bucket", $"{prefix}le=\"+Inf\"", read.Count);
        Line(text, $"{name}_sum", labels, read.Sum);
        Line(text, $"{name}_count", labels, read.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Help(string help) => help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
