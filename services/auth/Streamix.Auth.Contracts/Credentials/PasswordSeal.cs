using System.Text;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>
/// How a password reaches <c>auth-identity</c>: hashed where it was typed, and the hash sealed, so that neither ever stands in an event,
/// an outbox, a queue or a log in a form that anybody else can use.
/// </summary>
public sealed class PasswordSeal(ISealer sealer)
{
    /// <summary>The service that opens it.</summary>
    public const string Recipient = "auth-identity";

    /// <summary>Hashes (tenths of a second of one core) and seals. Check <see cref="PasswordRules"/> first.</summary>
    /// <exception cref="DependencyUnavailableException">The key of <c>auth-identity</c> has never been read and cannot be now.</exception>
    public async Task<string> SealAsync(string password, CancellationToken cancellationToken) =>
        await sealer.SealAsync(Recipient, Encoding.UTF8.GetBytes(PasswordHash.Of(password)), cancellationToken);

    /// <summary>The hash, in <c>auth-identity</c> only.</summary>
    /// <exception cref="SealBrokenException">It is not for this service, damaged, or no hash that we make.</exception>
    public string Open(string sealedHash)
    {
        var hash = Encoding.UTF8.GetString(sealer.Open(sealedHash));
        return IsHash(hash) ? hash : throw new SealBrokenException("it holds no password hash");
    }

    /// <summary>Version 3: a marker, four numbers, 16 bytes of salt and 32 of key.</summary>
    private static bool IsHash(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return text.Length <= 88 && Convert.TryFromBase64String(text, bytes, out var length) && length == 61 && bytes[0] == 1;
    }
}
