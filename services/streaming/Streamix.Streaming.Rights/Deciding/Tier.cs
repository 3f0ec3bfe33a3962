using Streamix.Media.Contracts.Keys;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>How good a picture may be, in rising order; each tier includes those below it.</summary>
internal enum Tier
{
    /// <summary>Nothing plays.</summary>
    None = 0,
    Sd = 1,
    Hd = 2,
    Uhd = 3,
}

/// <summary>Tiers as plans and keys write them.</summary>
internal static class Tiers
{
    public const string None = "none";
    public const string Words = "none, sd, hd or uhd";
    private const int SdLines = 576;
    private const int HdLines = 1080;

    public static bool TryParse(string? text, out Tier tier)
    {
        tier = text switch { KeyTiers.Sd => Tier.Sd, KeyTiers.Hd => Tier.Hd, KeyTiers.Uhd => Tier.Uhd, _ => Tier.None };
        return tier != Tier.None || text == None;
    }

    /// <summary>What is not known allows nothing.</summary>
    public static Tier Parse(string text) => TryParse(text, out var tier) ? tier : Tier.None;

    /// <summary>The tallest picture of a tier, in lines of the smaller side.</summary>
    public static int Lines(Tier tier) => tier switch { Tier.None => 0, Tier.Sd => SdLines, Tier.Hd => HdLines, _ => int.MaxValue };

    /// <summary>The content keys that a picture of so many lines needs, and sound.</summary>
    public static IReadOnlyList<string> KeysFor(int lines) => lines switch
    {
        <= 0 => [],
        <= SdLines => [KeyTiers.Audio, KeyTiers.Sd],
        <= HdLines => [KeyTiers.Audio, KeyTiers.Sd, KeyTiers.Hd],
        _ => [KeyTiers.Audio, KeyTiers.Sd, KeyTiers.Hd, KeyTiers.Uhd],
    };
}
