using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>Holds the letters to their contract, so that a wrong one keeps the service from starting and not a mail from arriving.</summary>
internal static class TemplateChecks
{
    public static void Check(IReadOnlyDictionary<string, System.Collections.Frozen.FrozenDictionary<string, Letter>> letters, IReadOnlyDictionary<string, Phrases> phrases)
    {
        var last = phrases.GetValueOrDefault(Locales.Last) ?? throw Wrong("there are no phrases in the last resort language");
        foreach (var (locale, words) in phrases)
            if (last.Names.Except(words.Names).FirstOrDefault() is { } missing)
                throw Wrong($"{locale} lacks the phrase '{missing}'");
        foreach (var (template, variables) in MailVariables.Of)
        {
            if (!letters.TryGetValue(template, out var byLocale) || !byLocale.ContainsKey(Locales.Last))
                throw Wrong($"there is no letter for '{template}'");
            foreach (var (locale, letter) in byLocale)
                Check($"{locale}/{template}", letter, variables, phrases.GetValueOrDefault(locale) ?? throw Wrong($"{locale} has letters and no phrases"));
        }
        if (letters.Keys.Except(MailVariables.Of.Keys, StringComparer.Ordinal).FirstOrDefault() is { } stray)
            throw Wrong($"nobody can ask for '{stray}'");
    }

    private static void Check(string name, Letter letter, IReadOnlyList<string> declared, Phrases words)
    {
        if (letter.Variables.Except(declared, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw Wrong($"{name} uses the variable '{unknown}', which nobody gives");
        if (declared.Except(letter.Variables, StringComparer.Ordinal).FirstOrDefault() is { } unused)
            throw Wrong($"{name} does not use '{unused}'");
        if (letter.Worded.FirstOrDefault(variable => !words.Has(variable)) is { } wordless)
            throw Wrong($"{name} has no words for '{wordless}'");
    }

    private static LetterException Wrong(string what) => new("broken-template", $"The mail templates are not complete: {what}.");
}
