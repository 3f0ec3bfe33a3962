using System.Security.Cryptography;
using System.Text.Json;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Addresses;

/// <summary>Keeps what a mail says from everybody who reads the database: AES-256-GCM, bound to the mail's id.</summary>
internal sealed class MailSafe(Secrets secrets)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly IReadOnlyList<byte[]> _keys = secrets.KeysFor("contents");

    public byte[] Lock(Guid mailId, MailContent content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content, JsonDefaults.Options);
        var locked = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(Nonce(locked));
        using var aes = new AesGcm(_keys[0], TagLength);
        aes.Encrypt(Nonce(locked), plain, Cipher(locked), Tag(locked), mailId.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        return locked;
    }

    /// <exception cref="CryptographicException">Locked with a secret we do not have, or damaged.</exception>
    public MailContent Unlock(Guid mailId, byte[] locked)
    {
        foreach (var key in _keys)
            if (TryUnlock(key, mailId, locked) is { } content)
                return content;
        throw new CryptographicException("The content was locked with another secret.");
    }

    private static MailContent? TryUnlock(byte[] key, Guid mailId, byte[] locked)
    {
        if (locked.Length <= NonceLength + TagLength)
            return null;
        var plain = new byte[locked.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(Nonce(locked), Cipher(locked), Tag(locked), plain, mailId.ToByteArray());
            return JsonSerializer.Deserialize<MailContent>(plain, JsonDefaults.Options);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static Span<byte> Nonce(byte[] locked) => locked.AsSpan(0, NonceLength);

    private static Span<byte> Tag(byte[] locked) => locked.AsSpan(NonceLength, TagLength);

    private static Span<byte> Cipher(byte[] locked) => locked.AsSpan(NonceLength + TagLength);
}
