using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Auth.Session.Keys;

/// <summary>Seals private keys for the database: AES-256-GCM, bound to the key's id, as nonce, tag, ciphertext.</summary>
internal sealed class KeySeal(IOptions<SessionOptions> options) : IDisposable
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly AesGcm _aes = new(Secrets.Derive(options.Value, "signing-keys"), Tag);

    public byte[] Seal(string keyId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[Nonce + Tag + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        _aes.Encrypt(box.AsSpan(0, Nonce), secret, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Encoding.ASCII.GetBytes(keyId));
        return box;
    }

    /// <exception cref="CryptographicException">Sealed by another secret, for another key, or damaged.</exception>
    public byte[] Open(string keyId, ReadOnlySpan<byte> box)
    {
        if (box.Length <= Nonce + Tag)
            throw new CryptographicException("The sealed key is too short.");
        var secret = new byte[box.Length - Nonce - Tag];
        _aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), secret, Encoding.ASCII.GetBytes(keyId));
        return secret;
    }

    public void Dispose() => _aes.Dispose();
}
