using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>Signature V4 as the documentation tells it, written apart from the server's.</summary>
internal sealed record Signer(string Access = Keys.Access, string Secret = Keys.Secret, string Region = Keys.Region, string Service = "s3")
{
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    public string? ScopeDate { get; init; }

    public string Timestamp => Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public string Date => ScopeDate ?? Timestamp[..8];

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public byte[] Key => Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + Secret), Date), Region), Service), "aws4_request");

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    public static string Sha256(byte[] bytes) => Hex(SHA256.HashData(bytes));

    public static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds the Authorization header; returns the signature, seed of chunk signatures.</summary>
    public string Sign(RawRequest request, string host, string? contentHash = null, string[]? leaveOut = null)
    {
        request.Headers["Host"] = host;
        request.Headers["x-amz-date"] = Timestamp;
        request.Headers["x-amz-content-sha256"] = contentHash ?? Sha256(request.Body);
        var names = request.Headers.Keys.Select(k => k.ToLowerInvariant()).Except(leaveOut ?? []).Order(StringComparer.Ordinal).ToArray();
        var signature = Signature(request, names, request.Headers["x-amz-content-sha256"], request.Query);
        request.Headers["Authorization"] =
            $"AWS4-HMAC-SHA256 Credential={Access}/{Scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}";
        return signature;
    }

    public void Presign(RawRequest request, string host, long seconds = 60)
    {
        request.Headers["Host"] = host;
        var names = request.Headers.Keys.Select(k => k.ToLowerInvariant()).Order(StringComparer.Ordinal).ToArray();
        var query = string.Join('&', new[]
        {
            request.Query, "X-Amz-Algorithm=AWS4-HMAC-SHA256", $"X-Amz-Credential={Uri.EscapeDataString($"{Access}/{Scope}")}", $"X-Amz-Date={Timestamp}",
            $"X-Amz-Expires={seconds}", $"X-Amz-SignedHeaders={Uri.EscapeDataString(string.Join(';', names))}",
        }.Where(p => p.Length > 0));
        request.Query = $"{query}&X-Amz-Signature={Signature(request, names, "UNSIGNED-PAYLOAD", query)}";
    }

    private string Signature(RawRequest request, string[] names, string contentHash, string query)
    {
        var sorted = string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Contains('=') ? p : p + "=").Order(StringComparer.Ordinal));
        var headers = string.Concat(names.Select(n => $"{n}:{request.Headers[n].Trim()}\n"));
        var canonical = $"{request.Method}\n{request.Path}\n{sorted}\n{headers}\n{string.Join(';', names)}\n{contentHash}";
        return Hex(Hmac(Key, $"AWS4-HMAC-SHA256\n{Timestamp}\n{Scope}\n{Sha256(Encoding.UTF8.GetBytes(canonical))}"));
    }
}
