namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Containers tell languages by three letters (ISO 639-2, both sorts); BCP 47 wants two where there are two.</summary>
internal static class Languages
{
    public const string Unknown = "und";

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ara"] = "ar", ["bel"] = "be", ["ben"] = "bn", ["bul"] = "bg", ["cat"] = "ca", ["ces"] = "cs", ["chi"] = "zh", ["cze"] = "cs", ["dan"] = "da", ["deu"] = "de",
        ["dut"] = "nl", ["ell"] = "el", ["eng"] = "en", ["est"] = "et", ["eus"] = "eu", ["fas"] = "fa", ["fin"] = "fi", ["fra"] = "fr", ["fre"] = "fr", ["ger"] = "de",
        ["gle"] = "ga", ["glg"] = "gl", ["gre"] = "el", ["guj"] = "gu", ["heb"] = "he", ["hin"] = "hi", ["hrv"] = "hr", ["hun"] = "hu", ["hye"] = "hy", ["ice"] = "is",
        ["ind"] = "id", ["isl"] = "is", ["ita"] = "it", ["jpn"] = "ja", ["kan"] = "kn", ["kat"] = "ka", ["kaz"] = "kk", ["kor"] = "ko", ["lat"] = "la", ["lav"] = "lv",
        ["lit"] = "lt", ["mac"] = "mk", ["mal"] = "ml", ["mar"] = "mr", ["may"] = "ms", ["mkd"] = "mk", ["msa"] = "ms", ["nld"] = "nl", ["nno"] = "nn", ["nob"] = "nb",
        ["nor"] = "no", ["pan"] = "pa", ["per"] = "fa", ["pol"] = "pl", ["por"] = "pt", ["ron"] = "ro", ["rum"] = "ro", ["rus"] = "ru", ["slk"] = "sk", ["slo"] = "sk",
        ["slv"] = "sl", ["spa"] = "es", ["sqi"] = "sq", ["srp"] = "sr", ["swa"] = "sw", ["swe"] = "sv", ["tam"] = "ta", ["tel"] = "te", ["tgl"] = "tl", ["tha"] = "th",
        ["tur"] = "tr", ["ukr"] = "uk", ["urd"] = "ur", ["vie"] = "vi", ["wel"] = "cy", ["zho"] = "zh",
    };

    public static string Of(string? told)
    {
        var language = told?.Trim() ?? "";
        if (Short.TryGetValue(language, out var two)) return two;
        return language.Length is >= 2 and <= 35 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(language[0]) ? Normal(language) : Unknown;
    }

    private static string Normal(string language)
    {
        var parts = language.Split('-', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++) parts[i] = i > 0 && parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i].ToLowerInvariant();
        return string.Join('-', parts);
    }
}
