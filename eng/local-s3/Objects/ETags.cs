namespace Streamix.LocalS3.Objects;

internal static class ETags
{
    /// <summary>Whether a header (a list, "*", quoted or bare, weak or strong) names the ETag.</summary>
    public static bool Match(string header, string etag)
    {
        foreach (var candidate in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var bare = candidate.StartsWith("W/", StringComparison.Ordinal) ? candidate[2..] : candidate;
            if (bare == "*" || bare.Trim('"') == etag)
                return true;
        }
        return false;
    }
}
