using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Testing.Walks;

/// <summary>The little of JSONPath that .http files use: <c>$.a.b[0].c</c>, and <c>.length</c> of an array.</summary>
public static partial class JsonPath
{
    /// <summary>The value as text; null when there is none.</summary>
    public static string? Find(JsonElement root, string path)
    {
        var at = root;
        foreach (var (name, index) in Part().Matches(path).Select(match => (match.Groups[1].Value, match.Groups[2].Value)))
        {
            if (index.Length > 0)
            {
                var i = int.Parse(index, CultureInfo.InvariantCulture);
                if (at.ValueKind != JsonValueKind.Array || at.GetArrayLength() <= i)
                    return null;
                at = at[i];
            }
            else if (name == "length" && at.ValueKind == JsonValueKind.Array)
            {
                return at.GetArrayLength().ToString(CultureInfo.InvariantCulture);
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }
        return at.ValueKind == JsonValueKind.Null ? null : at.ToString();
    }

    [GeneratedRegex(@"\.(\w+)|\[(\d+)\]", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
