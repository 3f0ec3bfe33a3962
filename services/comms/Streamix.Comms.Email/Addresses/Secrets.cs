using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Comms.Email.Addresses;

/// <summary>Keys for single purposes, derived from the service's secrets, the present one first.</summary>
internal sealed class Secrets
{
    private const int Shortest = 32;
    private readonly IReadOnlyList<string> _secrets;

    public Secrets(IOptions<EmailOptions> options)
    {
        _secrets = [options.Value.Secret, .. options.Value.PreviousSecrets];
        if (_secrets.Any(s => s.Length < Shortest))
            throw new InvalidOperationException($"Email:Secret must have at least {Shortest} characters.");
    }

    public IReadOnlyList<byte[]> KeysFor(string purpose) =>
        [.. _secrets.Select(s => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(s), 32, info: Encoding.UTF8.GetBytes($"streamix email {purpose}")))];
}
