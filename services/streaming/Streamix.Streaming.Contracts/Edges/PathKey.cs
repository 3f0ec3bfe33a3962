using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.Streaming.Contracts.Edges;

/// <summary>A key that signs paths, from a secret of the deployment (HKDF, RFC 5869). The orchestrator and the edges have it, nobody else.</summary>
public sealed class PathKey
{
    /// <summary>Characters a secret has at least.</summary>
    public const int ShortestSecret = 32;

    private const int IdBytes = 4;
    private const int KeyBytes = 32;

    private PathKey(string id, string text) => (Id, Text) = (id, text);

    /// <summary>Eight hexadecimal digits; tells nothing about the secret.</summary>
    public string Id { get; }

    /// <summary>The key itself: hexadecimal digits that are taken as ASCII, so that every language reads it alike.</summary>
    public string Text { get; }

    /// <summary>The key of a secret.</summary>
    public static PathKey Of(string secret) => new(Derive(secret, "path-key-id", IdBytes), Derive(secret, "path-key", KeyBytes));

    /// <summary>HMAC-SHA-256 over an ASCII text, as base64url.</summary>
    public string Sign(string payload) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Text), Encoding.ASCII.GetBytes(payload)));

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;

    private static string Derive(string secret, string purpose, int bytes) => Convert.ToHexStringLower(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), bytes, salt: [], info: Encoding.UTF8.GetBytes($"streamix streaming {purpose}")));
}
