namespace Streamix.Infra.Gateway.Edge;

/// <summary>The gateway's own limits lie below Kestrel's, so that a flood meets a problem answer and not a closed door.</summary>
internal static class HeaderGuard
{
    public static bool Fits(IHeaderDictionary headers, EdgeOptions options)
    {
        var (count, left) = (0, options.HeaderCharacters);
        foreach (var header in headers)
        {
            count += header.Value.Count;
            left -= header.Key.Length + header.Value.Count;
            for (var i = 0; i < header.Value.Count; i++)
            {
                left -= header.Value[i]?.Length ?? 0;
            }
        }

        return count <= options.HeaderCount && left >= 0;
    }
}
