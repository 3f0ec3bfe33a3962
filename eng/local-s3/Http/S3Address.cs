namespace Streamix.LocalS3.Http;

/// <summary>Bucket and key of a request, path style (<c>/bucket/key</c>) or virtual-hosted (<c>bucket.domain</c>).</summary>
internal sealed record S3Address(string Bucket, string Key)
{
    public static S3Address Resolve(ReadOnlySpan<byte> path, string host, string domain)
    {
        var rest = path[1..];
        if (BucketOfHost(host, domain) is { } bucket)
            return new(bucket, Percent.Text(rest));
        var slash = rest.IndexOf((byte)'/');
        return slash < 0
            ? new(Percent.Text(rest), "")
            : new(Percent.Text(rest[..slash]), Percent.Text(rest[(slash + 1)..]));
    }

    private static string? BucketOfHost(string host, string domain)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > 0 && !host.EndsWith(']') ? host[..colon] : host;
        var suffix = "." + domain;
        return name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            ? name[..^suffix.Length].ToLowerInvariant()
            : null;
    }
}
