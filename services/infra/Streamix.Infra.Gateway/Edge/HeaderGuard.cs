namespace Streamix.Infra.Gateway.Edge;

/// <summary>The gateway's own limits lie below Kestrel's, so that a flood meets a problem answer and not a closed door.</summary>
internal static class HeaderGuard
{
    public static bool Fits(IHeaderDictionary headers, EdgeOptions options)
    {
        if (headers.Count > options.HeaderCount)
        {
            return false;
        }

        var left = options.HeaderCharacters;
        foreach (var header in headers)
        {
            left -= header.Key.Length + header.Value.Count;
            for (var i = 0; i < header.Value.Count; i++)
            {
                left -= header.Value[i]?.Length ?? 0;
            }
        }

        return left >= 0;
    }
}
