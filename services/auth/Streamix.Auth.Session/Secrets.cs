using System.Security.Cryptography;
using System.Text;

namespace Streamix.Auth.Session;

/// <summary>Keys for single purposes from the one secret of the deployment (HKDF, RFC 5869).</summary>
internal static class Secrets
{
    public static byte[] Derive(SessionOptions options, string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.KeyEncryptionSecret), 32, info: Encoding.UTF8.GetBytes($"streamix auth-session {purpose}"));
}
