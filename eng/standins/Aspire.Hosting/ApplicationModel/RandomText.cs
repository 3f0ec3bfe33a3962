using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

internal static class RandomText
{
    // Without i, l, o, 0, 1: nobody mistakes one for another. Specials survive shells, URLs and connection strings.
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Numeric = "0123456789";
    private const string Special = "-_.{}~()*+!";

    public static string Generate(GenerateParameterDefault rules)
    {
        (string Alphabet, bool Allowed, int Minimum)[] kinds =
        [
            (Lower, rules.Lower, rules.MinLower),
            (Upper, rules.Upper, rules.MinUpper),
            (Numeric, rules.Numeric, rules.MinNumeric),
            (Special, rules.Special, rules.MinSpecial),
        ];
        var alphabet = string.Concat(kinds.Where(k => k.Allowed).Select(k => k.Alphabet));
        if (alphabet.Length == 0)
            throw new ArgumentException("At least one character type must be enabled.", nameof(rules));
        var chars = new List<char>(rules.MinLength);
        foreach (var kind in kinds.Where(k => k.Allowed))
            chars.AddRange(RandomNumberGenerator.GetItems<char>(kind.Alphabet, kind.Minimum));
        chars.AddRange(RandomNumberGenerator.GetItems<char>(alphabet, Math.Max(0, rules.MinLength - chars.Count)));
        var text = chars.ToArray();
        RandomNumberGenerator.Shuffle(text.AsSpan());
        return new(text);
    }
}
