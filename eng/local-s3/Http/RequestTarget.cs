using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Http;

/// <summary>The request line's target before any normalisation: keys may hold "//", "." and "..".</summary>
internal sealed record RequestTarget(byte[] Path, QueryParameters Query)
{
    public static RequestTarget Parse(string raw)
    {
        var target = OriginForm(raw);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? "" : target[(question + 1)..];
        return new(Percent.Decode(path), QueryParameters.Parse(query));
    }

    private static string OriginForm(string raw)
    {
        if (raw.StartsWith('/'))
            return raw;
        var scheme = raw.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            throw S3Error.InvalidUri();
        var slash = raw.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : raw[slash..];
    }
}
