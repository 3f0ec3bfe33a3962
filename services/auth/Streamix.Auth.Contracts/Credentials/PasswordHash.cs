using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>
/// The one way passwords are hashed: ASP.NET Core Identity's version 3 (PBKDF2 with HMAC-SHA512, 128-bit salt, 256-bit key), with as
/// many iterations as OWASP's Password Storage Cheat Sheet asks of it.
/// </summary>
public static class PasswordHash
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512.</summary>
    public const int Iterations = 220_000;

    private const byte Version3 = 1;
    private const int HmacSha512 = 2;

    /// <summary>A marker, three numbers, 16 bytes of salt and 32 of key.</summary>
    private const int Length = 61;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions
    {
        CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3,
        IterationCount = Iterations,
    }));
    private static readonly object Nobody = new();

    /// <summary>A fresh hash, Base64.</summary>
    public static string Of(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Compares in constant time; tells when the hash is weaker than those made now.</summary>
    public static PasswordVerificationResult Verify(string hash, string password) => Hasher.VerifyHashedPassword(Nobody, hash, password);

    /// <summary>The iterations of HMAC-SHA512 that <see cref="Verify"/> computes for this hash; 0 when it is none of ours.</summary>
    public static int IterationsOf(string hash)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length == Length && bytes[0] == Version3
            && BinaryPrimitives.ReadInt32BigEndian(bytes[1..]) == HmacSha512
            ? Math.Max(BinaryPrimitives.ReadInt32BigEndian(bytes[5..]), 0)
            : 0;
    }
}
