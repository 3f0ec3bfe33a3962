using System.Collections.Frozen;

namespace Streamix.Comms.Email.Templates;

/// <summary>The words of a locale that stand outside letters: greeting, footer, names of things.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, string> _phrases;

    private Phrases(string locale, IEnumerable<KeyValuePair<string, string>> phrases) => (Locale, _phrases) = (locale, phrases.ToFrozenDictionary(StringComparer.Ordinal));

    public string Locale { get; }

    public IEnumerable<string> Names => _phrases.Keys;

    public string this[string name] =>
        _phrases.TryGetValue(name, out var phrase) ? phrase : throw new LetterException("missing-phrase", $"The locale {Locale} has no phrase '{name}'.");

    /// <summary>The words for a value, as <c>factor.totp</c>; the value itself when nobody thought of it.</summary>
    public string For(string variable, string value) => _phrases.GetValueOrDefault($"{variable}.{value}") ?? value;

    public bool Has(string variable) => _phrases.Keys.Any(key => key.StartsWith(variable + ".", StringComparison.Ordinal));

    /// <summary>Reads <c>name = words</c> lines.</summary>
    public static Phrases Read(string locale, string source) => new(locale, source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .Select(pair => pair.Length == 2 ? KeyValuePair.Create(pair[0], pair[1]) : throw new LetterException("broken-template", $"A phrase of {locale} is not well formed.")));
}
