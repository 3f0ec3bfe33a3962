using System.Globalization;

namespace Streamix.Discovery.Index.Answers;

internal static class FacetOrder
{
    private const int Most = 40;

    /// <summary>Numbers by size, everything else by frequency.</summary>
    public static IReadOnlyList<FacetValue> Sorted(string name, IEnumerable<FacetValue> values) => FacetNames.IsOrdered(name)
        ? [.. values.OrderBy(v => int.Parse(v.Value, CultureInfo.InvariantCulture))]
        : [.. values.OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(Most)];
}
