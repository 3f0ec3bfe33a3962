using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>Fills a letter in.</summary>
internal sealed class Renderer(TemplateLibrary library)
{
    private const int LongestSubject = 200;

    /// <exception cref="LetterException">A value is missing.</exception>
    public Rendered Render(Letter letter, IReadOnlyDictionary<string, string> values, Phrases phrases, Frame frame)
    {
        var fill = new Fill(values, phrases);
        var subject = fill.Text(letter.Subject);
        if (subject.Length > LongestSubject)
            subject = subject[..LongestSubject];
        return new(subject, new HtmlWriter(library.Page, phrases, fill, frame).Write(letter, subject), new TextWriter(phrases, fill, frame).Write(letter));
    }
}
