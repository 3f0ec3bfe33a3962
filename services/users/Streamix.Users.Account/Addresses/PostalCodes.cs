using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Streamix.Users.Account.Addresses;

/// <summary>A sanity check that catches the wrong country or a slip, not a judgement of what exists. Formats of the Universal Postal Union.</summary>
internal static partial class PostalCodes
{
    private const string FourDigits = "AT AU BE BG CH CY DK GE HU LI LU NO NZ PH SI TN ZA";
    private const string FiveDigits = "CU DE DZ EE EG ES FI FR HR ID IT KE KR LT MA ME MX MY PK RS TH TR UA UY";
    private const string SixDigits = "BY CN CO KG KZ MN RO RU SG TJ TM UZ VN";

    /// <summary>Nobody there writes one, or hardly anybody does.</summary>
    private static readonly FrozenSet<string> Without = Set("AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GQ GY HK IE JM KI KM KN KP LC ML MO MR MW NR NU PA QA RW SB SC SL SR ST SY TD TG TK TL TO TV UG VU WS YE ZW");

    private static readonly FrozenDictionary<string, string> Formats = new[]
    {
        (FourDigits, "^[0-9]{4}$"), (FiveDigits, "^[0-9]{5}$"), (SixDigits, "^[0-9]{3} ?[0-9]{3}$"),
        ("US", "^[0-9]{5}(-?[0-9]{4})?$"), ("CA", "^[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]$"), ("GB", "^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$|^GIR ?0AA$|^BFPO ?[0-9]{1,4}$"),
        ("BR", "^[0-9]{5}-?[0-9]{3}$"), ("PT", "^[0-9]{4}-?[0-9]{3}$"), ("PL", "^[0-9]{2}-?[0-9]{3}$"), ("NL", "^[0-9]{4} ?[A-Z]{2}$"), ("JP", "^[0-9]{3}-?[0-9]{4}$"),
        ("SE CZ SK GR", "^[0-9]{3} ?[0-9]{2}$"), ("IN", "^[1-9][0-9]{2} ?[0-9]{3}$"), ("LV", "^(LV-?)?[0-9]{4}$"), ("MT", "^[A-Z]{3} ?[0-9]{4}$"), ("IL", "^[0-9]{5}([0-9]{2})?$"),
        ("TW", "^[0-9]{3}(-?[0-9]{2,3})?$"), ("AR", "^([A-Z])?[0-9]{4}([A-Z]{3})?$"), ("IS", "^[0-9]{3}$"),
    }.SelectMany(f => Set(f.Item1).Select(c => (c, f.Item2))).ToFrozenDictionary(f => f.c, f => f.Item2, StringComparer.Ordinal);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Complaint(string country, string? code)
    {
        var text = code?.Trim().ToUpperInvariant() ?? "";
        if (text.Length == 0)
            return Formats.ContainsKey(country) && !Without.Contains(country) ? "is required in this country" : null;
        var fits = Formats.TryGetValue(country, out var format)
            ? Regex.IsMatch(text, format, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            : Anything().IsMatch(text);
        return fits ? null : "is not a postal code of this country";
    }

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z0-9][A-Z0-9 -]{1,11}$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Anything();
}
