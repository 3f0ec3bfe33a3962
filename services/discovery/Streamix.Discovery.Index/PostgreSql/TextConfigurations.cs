using System.Collections.Frozen;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.PostgreSql;

/// <summary>Which of PostgreSQL's grammars a language has.</summary>
internal static class TextConfigurations
{
    public const string Plain = "search_index.plain";

    private static readonly FrozenDictionary<string, string> Grammars = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "arabic", ["hy"] = "armenian", ["eu"] = "basque", ["ca"] = "catalan", ["da"] = "danish", ["nl"] = "dutch", ["en"] = "english",
        ["fi"] = "finnish", ["fr"] = "french", ["de"] = "german", ["el"] = "greek", ["hi"] = "hindi", ["hu"] = "hungarian", ["id"] = "indonesian",
        ["ga"] = "irish", ["it"] = "italian", ["lt"] = "lithuanian", ["ne"] = "nepali", ["no"] = "norwegian", ["nb"] = "norwegian", ["nn"] = "norwegian",
        ["pt"] = "portuguese", ["ro"] = "romanian", ["ru"] = "russian", ["sr"] = "serbian", ["es"] = "spanish", ["sv"] = "swedish", ["ta"] = "tamil",
        ["tr"] = "turkish", ["yi"] = "yiddish",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The configuration of a language; plain when there is none.</summary>
    public static string Of(string language) => Grammars.TryGetValue(Languages.Primary(language), out var grammar) ? $"search_index.{grammar}" : Plain;

    /// <summary>The dictionary that finds the stem of a word.</summary>
    public static string StemmerOf(string language) => Grammars.TryGetValue(Languages.Primary(language), out var grammar) ? $"pg_catalog.{grammar}_stem" : "pg_catalog.simple";
}
