using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Streamix.Comms.Email.Addresses;

namespace Streamix.Comms.Email.Unsubscribing;

/// <summary>Links by which whoever has the mail, and nobody else, can unsubscribe. They hold no address and do not grow old.</summary>
internal sealed class UnsubscribeLinks(Secrets secrets, IOptions<EmailOptions> options)
{
    private const int AccountLength = 16;
    private const int HashLength = 32;
    private const int SealLength = 16;
    private readonly IReadOnlyList<byte[]> _keys = secrets.KeysFor("unsubscribing");

    public Uri For(Guid? accountId, byte[] addressHash)
    {
        var token = new byte[AccountLength + HashLength + SealLength];
        (accountId ?? Guid.Empty).TryWriteBytes(token);
        addressHash.CopyTo(token, AccountLength);
        Seal(_keys[0], token).CopyTo(token.AsSpan(AccountLength + HashLength));
        return new($"{options.Value.PublicApi.TrimEnd('/')}/email/unsubscribe/{Base64Url.EncodeToString(token)}");
    }

    /// <summary>Whose link it is; null for anything we have not made.</summary>
    public UnsubscribeRequest? Read(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text))
            return null;
        var token = Base64Url.DecodeFromChars(text);
        if (token.Length != AccountLength + HashLength + SealLength || !_keys.Any(key => CryptographicOperations.FixedTimeEquals(Seal(key, token), token.AsSpan(AccountLength + HashLength))))
            return null;
        var account = new Guid(token.AsSpan(0, AccountLength));
        return new(account == Guid.Empty ? null : account, token[AccountLength..(AccountLength + HashLength)]);
    }

    private static ReadOnlySpan<byte> Seal(byte[] key, byte[] token) => HMACSHA256.HashData(key, token.AsSpan(0, AccountLength + HashLength)).AsSpan(0, SealLength);
}

internal sealed record UnsubscribeRequest(Guid? AccountId, byte[] AddressHash);
