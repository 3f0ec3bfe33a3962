using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Streamix.Media.Drm.Cpix;

/// <summary>The document key and the MAC key under which the content keys of one document are encrypted: AES-256-CBC, then HMAC-SHA-512.</summary>
internal sealed class DocumentSeal : IDisposable
{
    private const int Block = 16;
    private readonly byte[] _key;
    private readonly byte[] _mac;

    private DocumentSeal(byte[] key, byte[] mac) => (_key, _mac) = (key, mac);

    public static DocumentSeal Make() => new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(64));

    /// <summary>Null when the keys were not encrypted for this private key.</summary>
    public static DocumentSeal? Open(RSA own, byte[] key, byte[] mac)
    {
        try
        {
            return new(own.Decrypt(key, RSAEncryptionPadding.OaepSHA1), own.Decrypt(mac, RSAEncryptionPadding.OaepSHA1));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Both keys for the holder of a certificate (RSA-OAEP with SHA-1 and MGF1, as CPIX has it).</summary>
    public (byte[] Key, byte[] Mac) For(X509Certificate2 recipient)
    {
        using var rsa = recipient.GetRSAPublicKey() ?? throw new CpixException("cannot be encrypted for a certificate without an RSA key");
        return (rsa.Encrypt(_key, RSAEncryptionPadding.OaepSHA1), rsa.Encrypt(_mac, RSAEncryptionPadding.OaepSHA1));
    }

    public (byte[] Cipher, byte[] Mac) Seal(ReadOnlySpan<byte> secret)
    {
        using var aes = Aes.Create();
        aes.SetKey(_key);
        var iv = RandomNumberGenerator.GetBytes(Block);
        byte[] cipher = [.. iv, .. aes.EncryptCbc(secret, iv)];
        return (cipher, HMACSHA512.HashData(_mac, cipher));
    }

    /// <summary>The secret; the caller overwrites it. The MAC is compared before anything is decrypted.</summary>
    public byte[] Unseal(byte[] cipher, byte[] mac)
    {
        if (cipher.Length <= Block || !CryptographicOperations.FixedTimeEquals(HMACSHA512.HashData(_mac, cipher), mac))
            throw new CpixException("has an encrypted key whose MAC is wrong");
        try
        {
            using var aes = Aes.Create();
            aes.SetKey(_key);
            return aes.DecryptCbc(cipher.AsSpan(Block), cipher.AsSpan(0, Block));
        }
        catch (CryptographicException e)
        {
            throw new CpixException("has an encrypted key that cannot be opened", e);
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_mac);
    }
}
