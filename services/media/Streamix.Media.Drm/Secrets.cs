using System.Security.Cryptography;
using System.Text;

namespace Streamix.Media.Drm;

/// <summary>Keys for single purposes from a secret of the deployment (HKDF, RFC 5869).</summary>
internal static class Secrets
{
    /// <summary>Pinned, so that no copy stays behind when memory is tidied.</summary>
    public static byte[] Derive(string secret, string purpose, int length = 32)
    {
        var key = GC.AllocateArray<byte>(length, pinned: true);
        var material = Encoding.UTF8.GetBytes(secret);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, key, salt: [], info: Encoding.UTF8.GetBytes($"streamix media-drm {purpose}"));
        CryptographicOperations.ZeroMemory(material);
        return key;
    }
}
