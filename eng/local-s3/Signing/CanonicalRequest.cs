using System.Security.Cryptography;
using System.Text;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Signing;

internal static class CanonicalRequest
{
    /// <summary>SHA-256 of the canonical request, hex.</summary>
    public static string Hash(S3Request request, IReadOnlyList<string> signedHeaders, string contentHash)
    {
        var text = new StringBuilder(512)
            .Append(request.Method).Append('\n')
            .Append(Percent.Encode(request.Target.Path, keepSlash: true)).Append('\n')
            .Append(Query(request.Query)).Append('\n');
        foreach (var name in signedHeaders)
            text.Append(name).Append(':').Append(Value(request, name)).Append('\n');
        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(contentHash);
        // Header bytes come through as Latin-1 characters; everything else here is ASCII.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text.ToString())));
    }

    private static string Query(QueryParameters query) => string.Join('&', query.Pairs
        .Where(p => p.Key != "X-Amz-Signature")
        .Select(p => (Name: Percent.Encode(p.Key), Value: Percent.Encode(p.Value)))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
        .Select(p => p.Name + "=" + p.Value));

    private static string Value(S3Request request, string name) =>
        string.Join(',', request.Headers[name].Select(v => Collapse(v ?? "")));

    private static string Collapse(string value) =>
        value.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : value.Trim();
}
