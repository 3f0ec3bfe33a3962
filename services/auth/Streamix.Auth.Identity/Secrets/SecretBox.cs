using System.Security.Cryptography;

namespace Streamix.Auth.Identity.Secrets;

/// <summary>AES-256-GCM for secrets at rest: a random nonce, the text, the tag; bound to the account they belong to.</summary>
internal sealed class SecretBox(DerivedKeys keys)
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly byte[] _key = keys.For("secrets");

    public byte[] Close(Guid accountId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[Nonce + secret.Length + Tag];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), secret, box.AsSpan(Nonce, secret.Length), box.AsSpan(^Tag..), accountId.ToByteArray());
        return box;
    }

    /// <exception cref="CryptographicException">Damaged, of another account or of another key.</exception>
    public byte[] Open(Guid accountId, ReadOnlySpan<byte> box)
    {
        var secret = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(box[..Nonce], box[Nonce..^Tag], box[^Tag..], secret, accountId.ToByteArray());
        return secret;
    }
}
