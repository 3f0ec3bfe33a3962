using System.Globalization;

namespace Streamix.Discovery.Index.Elastic.Schema;

/// <summary>Indexes and what stands for them.</summary>
internal static class IndexNames
{
    /// <summary>Stands for the index that is searched.</summary>
    public const string Live = "streamix-titles";

    /// <summary>Stands for those that are filled beside it.</summary>
    public const string Building = "streamix-titles-building";

    public const string Template = "streamix-titles";

    public const string Synonyms = "streamix-titles";

    public const string Pattern = "streamix-titles-v*";

    /// <summary>Names order as their instants do.</summary>
    public static string New(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"streamix-titles-v{now.ToUnixTimeMilliseconds():d15}");

    public static bool IsOne(string name) => name.StartsWith("streamix-titles-v", StringComparison.Ordinal) && name.AsSpan("streamix-titles-v".Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
