using System.Collections.Frozen;
using System.Reflection;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>The letters of this build, in every language, read and checked once at start.</summary>
internal sealed class TemplateLibrary
{
    private static readonly Assembly Here = typeof(TemplateLibrary).Assembly;
    private readonly FrozenDictionary<string, FrozenDictionary<string, Letter>> _letters;
    private readonly FrozenDictionary<string, Phrases> _phrases;

    /// <exception cref="LetterException">A template is missing, unreadable or uses other variables than its contract.</exception>
    public TemplateLibrary()
    {
        var sources = Here.GetManifestResourceNames().Where(n => n.EndsWith(".letter", StringComparison.Ordinal))
            .Select(n => (Locale: Path.GetDirectoryName(n)!, Name: Path.GetFileNameWithoutExtension(n), Letter: LetterReader.Read(Resource(n))));
        _letters = sources.GroupBy(s => s.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToFrozenDictionary(s => s.Locale, s => s.Letter, StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        _phrases = Here.GetManifestResourceNames().Where(n => n.EndsWith(".phrases", StringComparison.Ordinal))
            .Select(n => Phrases.Read(Path.GetDirectoryName(n)!, Resource(n)))
            .ToFrozenDictionary(p => p.Locale, StringComparer.OrdinalIgnoreCase);
        Page = Resource("Layout.html");
        TemplateChecks.Check(_letters, _phrases);
    }

    /// <summary>The frame around every letter.</summary>
    public string Page { get; }

    public IEnumerable<string> Names => _letters.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> LocalesOf(string template) => _letters.TryGetValue(template, out var letters) ? letters.Keys.Order(StringComparer.Ordinal) : [];

    public bool Has(string template) => _letters.ContainsKey(template);

    /// <exception cref="LetterException">There is no such template.</exception>
    public Letter Letter(string template, string locale) =>
        _letters.TryGetValue(template, out var letters) ? Locales.Pick(letters, locale)! : throw new LetterException("unknown-template", $"There is no template '{template}'.");

    public Phrases PhrasesFor(string locale) => Locales.Pick(_phrases, locale)!;

    private static string Resource(string name)
    {
        using var stream = Here.GetManifestResourceStream(name) ?? throw new LetterException("broken-template", $"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
