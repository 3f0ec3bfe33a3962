namespace Streamix.Comms.Email.Templates.Letters;

/// <summary>A template as it was written: what HTML and text are both made of.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Preview">What mail programs show beside the subject.</param>
/// <param name="Blocks">From top to bottom.</param>
internal sealed record Letter(Line Subject, Line Preview, IReadOnlyList<Block> Blocks)
{
    /// <summary>The variables it uses.</summary>
    public IReadOnlySet<string> Variables => Lines.SelectMany(line => line.Parts).Where(part => part.Kind != PartKind.Text).Select(part => part.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The variables of which only a known set of values has words.</summary>
    public IEnumerable<string> Worded => Lines.SelectMany(line => line.Parts).Where(part => part.Kind == PartKind.Phrase).Select(part => part.Text).Distinct(StringComparer.Ordinal);

    private IEnumerable<Line> Lines => [Subject, Preview, .. Blocks.SelectMany(block => block.Lines)];
}

/// <summary>A run of text and variables.</summary>
internal sealed record Line(IReadOnlyList<Part> Parts);

/// <summary>Literal text, or the name of a variable.</summary>
internal sealed record Part(PartKind Kind, string Text);

internal enum PartKind
{
    Text,

    /// <summary><c>{{name}}</c>: the value itself.</summary>
    Value,

    /// <summary><c>{{name|phrase}}</c>: the locale's words for the value.</summary>
    Phrase,
}

/// <summary>A piece of a letter with a meaning of its own.</summary>
internal sealed record Block(BlockKind Kind, IReadOnlyList<Line> Lines);

internal enum BlockKind
{
    /// <summary><c># …</c></summary>
    Heading,

    Paragraph,

    /// <summary><c>! …</c>: to be read off and typed in.</summary>
    Code,

    /// <summary><c>[label](link)</c>: label and link.</summary>
    Button,

    /// <summary><c>- …</c> lines.</summary>
    List,

    /// <summary><c>~ …</c></summary>
    Small,
}
