using System.Globalization;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Payload;

/// <summary><c>hex-size;chunk-signature=hex</c>; the signature is empty in unsigned chunks.</summary>
internal readonly record struct ChunkHeader(long Size, string Signature)
{
    private const string Extension = "chunk-signature=";

    public static ChunkHeader Parse(string line)
    {
        var semicolon = line.IndexOf(';', StringComparison.Ordinal);
        var size = semicolon < 0 ? line : line[..semicolon];
        if (size.Length is 0 or > 12 || !long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes))
            throw S3Error.InvalidRequest("A chunk header is malformed.");
        var extension = semicolon < 0 ? "" : line[(semicolon + 1)..];
        return new(bytes, extension.StartsWith(Extension, StringComparison.Ordinal) ? extension[Extension.Length..] : "");
    }
}
