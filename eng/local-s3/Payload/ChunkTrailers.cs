using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Payload;

internal sealed class ChunkTrailers
{
    private const string SignatureName = "x-amz-trailer-signature";
    private const int Most = 16;

    public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask ReadAsync(ChunkLines lines, ChunkSignatures? signatures, CancellationToken cancellation)
    {
        var signed = new StringBuilder();
        var signature = "";
        while (await lines.ReadAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || Values.Count == Most)
                throw Malformed();
            var name = line[..colon].Trim().ToLowerInvariant();
            var value = line[(colon + 1)..].Trim();
            if (name == SignatureName)
            {
                signature = value;
                continue;
            }
            Values[name] = value;
            signed.Append(name).Append(':').Append(value).Append('\n');
        }
        signatures?.EndTrailers(signed.ToString(), signature);
    }

    public static S3Exception Malformed() =>
        new(400, "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");
}
