using System.Buffers.Text;
using System.Security.Cryptography;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>Opens the manifests of one playback to players that can send no headers. Stored as a hash.</summary>
internal static class ManifestKey
{
    private const int Bytes = 16;
    private const int Characters = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Base64Url.DecodeFromChars(key));

    public static bool Opens(string? key, Playback playback) =>
        key is { Length: Characters } && Base64Url.IsValid(key) && HashOf(key) is var hash
        && (CryptographicOperations.FixedTimeEquals(hash, playback.ManifestKey) || playback.EarlierManifestKey is { } earlier && CryptographicOperations.FixedTimeEquals(hash, earlier));
}
