using System.Security.Cryptography;
using System.Text;

namespace Streamix.Users.Account.EmailChanges;

/// <summary>Codes people type: eight characters none of which looks like another. Kept as a salted slow hash.</summary>
internal static class ChangeCode
{
    public const int Length = 8;
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const int Iterations = 60_000;

    public static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static byte[] Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return [.. salt, .. Derive(code, salt)];
    }

    /// <summary>Compares in constant time; case and blanks do not matter.</summary>
    public static bool Matches(byte[] hash, string code) =>
        hash.Length == SaltBytes + KeyBytes && CryptographicOperations.FixedTimeEquals(hash.AsSpan(SaltBytes), Derive(code, hash.AsSpan(0, SaltBytes)));

    private static byte[] Derive(string code, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()), salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);
}
