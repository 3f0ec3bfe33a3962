using System.Globalization;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Turns row versions (<c>xmin</c>) into strong entity tags (RFC 9110, section 8.8.3) and back.</summary>
public static class RowVersion
{
    /// <summary>The entity tag of an entity, quotes included.</summary>
    public static string ETag(this IVersioned entity) => ToETag(entity.Version);

    /// <summary>The entity tag of a row version, quotes included.</summary>
    public static string ToETag(uint version) => $"\"{version.ToString("x8", CultureInfo.InvariantCulture)}\"";

    /// <summary>Reads a tag made by <see cref="ToETag"/>; false for anything else, weak tags included.</summary>
    public static bool TryParse(ReadOnlySpan<char> tag, out uint version)
    {
        version = 0;
        return tag is ['"', .., '"'] and { Length: 10 }
            && uint.TryParse(tag[1..^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out version);
    }
}
