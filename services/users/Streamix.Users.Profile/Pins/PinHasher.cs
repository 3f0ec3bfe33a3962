using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Users.Profile.Pins;

/// <summary>HMAC-SHA-256 with the pepper, then PBKDF2 with HMAC-SHA-512 and a salt.</summary>
internal sealed class PinHasher(IOptions<PinOptions> options)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private readonly byte[] _pepper = Encoding.UTF8.GetBytes(options.Value.Pepper);

    public PinHash Hash(Guid profileId, string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(Derive(profileId, pin, salt, options.Value.Iterations), salt, options.Value.Iterations);
    }

    public bool IsRight(ProfilePin kept, string pin) =>
        CryptographicOperations.FixedTimeEquals(kept.Hash, Derive(kept.ProfileId, pin, kept.Salt, kept.Iterations));

    /// <summary>Bound to the profile: a row copied to another profile opens nothing.</summary>
    private byte[] Derive(Guid profileId, string pin, byte[] salt, int iterations)
    {
        var peppered = HMACSHA256.HashData(_pepper, Encoding.UTF8.GetBytes($"{profileId:n}:{pin}"));
        return Rfc2898DeriveBytes.Pbkdf2(peppered, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
    }
}
