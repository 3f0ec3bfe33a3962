using Streamix.Discovery.Index.Answers;

namespace Streamix.Discovery.Index.Texts;

/// <summary>
/// Engines mark matches with two characters of Unicode's private use area, which no text of ours contains; no markup is ever made or parsed.
/// What looks like markup goes through the engine in disguise, as PostgreSQL would leave it out.
/// </summary>
internal static class Marks
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    private const string Markup = "<>&";
    private const string Disguises = "\u0001\u0002\u0003";

    /// <summary>Takes the marks out of what comes from outside.</summary>
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAny(Open, Close) < 0 ? text : string.Concat(text.Where(c => c is not (Open or Close)));

    /// <summary>The text without marks, and with nothing in it that looks like markup.</summary>
    public static string Disguise(string text) => Exchange(string.Concat(Clean(text).Where(c => !Disguises.Contains(c))), Markup, Disguises);

    /// <summary>The pieces of a marked text; null when nothing is marked.</summary>
    public static IReadOnlyList<TextPart>? Parse(string? marked)
    {
        if (marked is null || !marked.Contains(Open, StringComparison.Ordinal))
            return null;
        List<TextPart> parts = [];
        var match = false;
        var from = 0;
        for (var i = 0; i <= marked.Length; i++)
        {
            if (i < marked.Length && marked[i] is not (Open or Close))
                continue;
            if (i > from)
                parts.Add(new(Exchange(marked[from..i], Disguises, Markup), match));
            match = i < marked.Length && marked[i] == Open;
            from = i + 1;
        }
        return parts;
    }

    private static string Exchange(string text, string from, string to)
    {
        for (var i = 0; i < from.Length; i++)
            text = text.Replace(from[i], to[i]);
        return text;
    }
}
