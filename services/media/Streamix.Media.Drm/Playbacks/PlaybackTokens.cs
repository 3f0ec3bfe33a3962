using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Policies;

namespace Streamix.Media.Drm.Playbacks;

/// <summary>
/// Writes and reads playback tokens: the grant as JSON and HMAC-SHA-256 over it, each as base64url. Two parts, so that nothing takes
/// one for a JWT, and no header that could choose the algorithm.
/// </summary>
internal sealed class PlaybackTokens(IOptions<DrmOptions> options) : IDisposable
{
    private const int Longest = 1024;
    private readonly byte[] _key = Secrets.Derive(options.Value.TokenSecret, "playback-token");

    public string Write(Grant grant)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(Claims.Of(grant)));
        return $"{payload}.{Base64Url.EncodeToString(Sign(payload))}";
    }

    /// <summary>What the token says; null when we did not write it. Whether it still holds is for others to find out.</summary>
    public Grant? Read(string token)
    {
        if (token.Length > Longest || token.Split('.') is not [var payload, var signature] || !Base64Url.IsValid(payload) || !Base64Url.IsValid(signature))
            return null;
        return CryptographicOperations.FixedTimeEquals(Sign(payload), Base64Url.DecodeFromChars(signature))
            ? JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(payload))!.ToGrant()
            : null;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private byte[] Sign(string payload) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(payload));

    private sealed record Claims(
        [property: JsonPropertyName("pb")] Guid Playback,
        [property: JsonPropertyName("acc")] Guid Account,
        [property: JsonPropertyName("pro")] Guid? Profile,
        [property: JsonPropertyName("ast")] Guid Asset,
        [property: JsonPropertyName("tier")] string[] Tiers,
        [property: JsonPropertyName("exp")] long Expires,
        [property: JsonPropertyName("off")] bool Offline,
        [property: JsonPropertyName("out")] OutputLevel Output)
    {
        public static Claims Of(Grant grant) => new(
            grant.PlaybackId, grant.AccountId, grant.ProfileId, grant.AssetId, [.. grant.Tiers], grant.ExpiresAt.ToUnixTimeSeconds(), grant.Offline, grant.Output);

        public Grant ToGrant() => new(Playback, Account, Profile, Asset, Tiers, DateTimeOffset.FromUnixTimeSeconds(Expires), Offline, Output);
    }
}
