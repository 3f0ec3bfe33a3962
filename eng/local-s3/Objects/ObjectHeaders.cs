using System.Text;
using Microsoft.Extensions.Primitives;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Objects;

/// <summary>The headers an object keeps and gives back: content headers and user metadata.</summary>
internal static class ObjectHeaders
{
    public const string UserPrefix = "x-amz-meta-";

    private static readonly string[] Content =
    [
        "content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires", "x-amz-website-redirect-location",
    ];

    public static Dictionary<string, string> From(IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var userBytes = 0;
        foreach (var (header, values) in headers)
        {
            var name = header.ToLowerInvariant();
            var value = values.ToString();
            if (name.StartsWith(UserPrefix, StringComparison.Ordinal))
                userBytes += name.Length - UserPrefix.Length + Encoding.Latin1.GetByteCount(value);
            else if (!Content.Contains(name))
                continue;
            kept[name] = name == "content-encoding" ? WithoutChunking(value) : value;
        }
        if (userBytes > Limits.UserMetadata)
            throw new S3Exception(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size.", ("MaxSizeAllowed", "2048"));
        if (kept.GetValueOrDefault("content-encoding") == "")
            kept.Remove("content-encoding");
        kept.TryAdd("content-type", "binary/octet-stream");
        return kept;
    }

    // "aws-chunked" tells of the transfer, not of the object.
    private static string WithoutChunking(string encodings) =>
        string.Join(',', encodings.Split(',', StringSplitOptions.TrimEntries).Where(e => e != "aws-chunked"));
}
