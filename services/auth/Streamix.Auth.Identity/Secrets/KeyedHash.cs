using System.Security.Cryptography;
using System.Text;

namespace Streamix.Auth.Identity.Secrets;

/// <summary>HMAC-SHA256 for what is too short to be hashed without a key: codes and addresses cannot be guessed from the table alone.</summary>
internal sealed class KeyedHash(DerivedKeys keys)
{
    private readonly byte[] _key = keys.For("hashes");

    public byte[] Of(string use, params ReadOnlySpan<string> parts) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{use}\n{string.Join('\n', parts!)}"));

    public static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => CryptographicOperations.FixedTimeEquals(a, b);
}
