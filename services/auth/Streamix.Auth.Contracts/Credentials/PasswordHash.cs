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
}
