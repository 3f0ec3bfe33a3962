using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.Texts;

/// <summary>Chooses the texts that a reader sees.</summary>
internal static class ShownText
{
    /// <summary>The reader's language, the same without regions, English, the original one, the first.</summary>
    public static DocumentText Of(TitleDocument document, string language) =>
        document.Texts.FirstOrDefault(t => t.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
        ?? Near(document, language) ?? Near(document, "en") ?? Near(document, document.OriginalLanguage)
        ?? document.Texts.FirstOrDefault() ?? new(document.OriginalLanguage, document.OriginalTitle, null, null);

    private static DocumentText? Near(TitleDocument document, string language) =>
        document.Texts.FirstOrDefault(t => Languages.Primary(t.Language) == Languages.Primary(language));
}
