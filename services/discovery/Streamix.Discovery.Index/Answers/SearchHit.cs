using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.Answers;

/// <summary>A title that was found.</summary>
/// <param name="Document">As it was indexed.</param>
/// <param name="Shown">Its texts in the reader's language, or the nearest there are.</param>
/// <param name="Title">The shown title with what matched; null when nothing of it did.</param>
/// <param name="Synopsis">A part of the shown synopsis with what matched; null when nothing of it did.</param>
/// <param name="Score">Higher is better; 0 where the order is not by relevance.</param>
/// <param name="Parts">What the score is made of; null unless asked for.</param>
public sealed record SearchHit(
    TitleDocument Document,
    DocumentText Shown,
    IReadOnlyList<TextPart>? Title,
    IReadOnlyList<TextPart>? Synopsis,
    double Score,
    IReadOnlyDictionary<string, double>? Parts);

/// <summary>A piece of plain text. Nothing in it is markup, whatever it looks like.</summary>
/// <param name="Text">The text itself.</param>
/// <param name="Match">True for what was looked for.</param>
public sealed record TextPart(string Text, bool Match);
