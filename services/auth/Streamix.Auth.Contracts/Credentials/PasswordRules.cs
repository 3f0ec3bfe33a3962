using System.Text;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>
/// What a password must be: long enough, not the owner's address, and not one that is known from breaches. Nothing is asked of its
/// characters. It is taken exactly as typed: no trimming, no Unicode normalisation, and lengths are Unicode code points.
/// </summary>
public sealed class PasswordRules(IBreachedPasswords breached)
{
    /// <summary>The fewest code points.</summary>
    public const int Shortest = 10;

    /// <summary>The most code points; at most four times as many bytes.</summary>
    public const int Longest = 128;

    /// <summary>Longer texts (UTF-16) are refused before anything looks at them.</summary>
    public const int LongestText = 2 * Longest;

    /// <summary>What is wrong with the password, for the field's message; null when it will do.</summary>
    public string? Complaint(string password, string email)
    {
        if (password.Length > LongestText)
            return $"must have at most {Longest} characters";
        if (password.EnumerateRunes().Any(r => r == Rune.ReplacementChar) && !password.Contains('\uFFFD', StringComparison.Ordinal))
            return "is not valid text";
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
            return $"must have at least {Shortest} characters";
        if (length > Longest)
            return $"must have at most {Longest} characters";
        if (IsAddress(password, email))
            return "must not be your e-mail address";
        return breached.Contains(password) ? "is known from data breaches and would be guessed; choose another one" : null;
    }

    private static bool IsAddress(string password, string email) =>
        password.Trim().Equals(email.Trim(), StringComparison.OrdinalIgnoreCase);
}
