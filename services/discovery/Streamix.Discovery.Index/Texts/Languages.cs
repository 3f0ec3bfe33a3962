namespace Streamix.Discovery.Index.Texts;

/// <summary>Language tags (BCP 47) as the index sees them.</summary>
internal static class Languages
{
    /// <summary>The tag without script, region and variants, in lower case.</summary>
    public static string Primary(string tag)
    {
        var end = tag.IndexOf('-', StringComparison.Ordinal);
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }

    /// <summary>Each once.</summary>
    public static string[] Primaries(IEnumerable<string> tags) => [.. tags.Select(Primary).Distinct(StringComparer.Ordinal)];
}
