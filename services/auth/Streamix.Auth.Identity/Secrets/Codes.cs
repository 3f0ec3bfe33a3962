using System.Security.Cryptography;

namespace Streamix.Auth.Identity.Secrets;

/// <summary>Codes that people read and type: no letter or digit that looks like another.</summary>
internal static class Codes
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>As it was made, whatever case, blanks and dashes somebody typed.</summary>
    public static string Read(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
