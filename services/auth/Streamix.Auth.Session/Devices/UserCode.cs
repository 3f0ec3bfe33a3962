using System.Security.Cryptography;

namespace Streamix.Auth.Session.Devices;

/// <summary>What a television shows and a person types: eight consonants in two groups (RFC 8628, 6.1), so that no word comes of it.</summary>
internal static class UserCode
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Length = 8;

    public static string Make() => RandomNumberGenerator.GetString(Letters, Length);

    public static string Show(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>As people write it: any case, with or without separators; null when it cannot be a code.</summary>
    public static string? Read(string text)
    {
        if (text.Length > 2 * Length)
            return null;
        var code = new string([.. text.Where(c => c is not ('-' or ' ')).Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }
}
