using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Auth.Identity.Secrets;

/// <summary>One key per use, derived from the configured secret (HKDF, RFC 5869).</summary>
internal sealed class DerivedKeys(IOptions<IdentitySettings> settings)
{
    public const int ShortestSecret = 32;

    public byte[] For(string use) => settings.Value.EncryptionSecret is { Length: >= ShortestSecret } secret
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes($"streamix identity {use}"))
        : throw new InvalidOperationException($"Identity:EncryptionSecret must have at least {ShortestSecret} characters.");
}
