using System.Text.RegularExpressions;

namespace Streamix.Comms.Email.Templates.Letters;

/// <summary>Reads a letter: a <c>subject:</c> and a <c>preview:</c> line, then blocks parted by empty lines.</summary>
internal static partial class LetterReader
{
    public const int LongestSource = 20_000;

    /// <exception cref="LetterException">Not a letter; the message says where.</exception>
    public static Letter Read(string source)
    {
        if (source.Length > LongestSource)
            throw Wrong($"a letter has at most {LongestSource} characters");
        var chunks = Blank().Split(source.ReplaceLineEndings("\n").Trim('\n'));
        var head = chunks[0].Split('\n');
        var subject = Head(head, "subject:");
        var preview = Head(head, "preview:");
        if (head.Length != 2)
            throw Wrong("the first lines are subject: and preview:, then an empty line");
        var blocks = chunks.Skip(1).Select(chunk => ReadBlock(chunk.Split('\n'))).ToList();
        return blocks.Count > 0 ? new(subject, preview, blocks) : throw Wrong("it says nothing");
    }

    private static Line Head(string[] head, string name) =>
        head.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line && line[name.Length..].Trim() is { Length: > 0 } text
            ? ReadLine(text)
            : throw Wrong($"{name} is missing");

    private static Block ReadBlock(string[] lines) => lines[0] switch
    {
        ['#', ' ', ..] => new(BlockKind.Heading, [Joined(lines, 2)]),
        ['!', ' ', ..] => new(BlockKind.Code, [Joined(lines, 2)]),
        ['~', ' ', ..] => new(BlockKind.Small, [Joined(lines, 2)]),
        ['-', ' ', ..] when lines.All(line => line.StartsWith("- ", StringComparison.Ordinal)) => new(BlockKind.List, [.. lines.Select(line => ReadLine(line[2..]))]),
        ['[', ..] when Link().Match(lines[0]) is { Success: true } link && lines.Length == 1 => new(BlockKind.Button, [ReadLine(link.Groups[1].Value), ReadLink(link.Groups[2].Value)]),
        _ => new(BlockKind.Paragraph, [Joined(lines, 0)]),
    };

    /// <summary>Links go to the web app (<c>/path</c>) or over https; the place is never a variable.</summary>
    private static Line ReadLink(string target) =>
        target is ['/', not '/', ..] or "/" || target.StartsWith("https://", StringComparison.Ordinal) && SafeHost().IsMatch(target)
            ? ReadLine(target)
            : throw Wrong($"the link '{target}' is neither /path nor https://host/…");

    private static Line Joined(string[] lines, int skip) => ReadLine(string.Join(' ', lines)[skip..]);

    private static Line ReadLine(string text)
    {
        List<Part> parts = [];
        var at = 0;
        foreach (Match variable in Variable().Matches(text))
        {
            if (variable.Index > at)
                parts.Add(new(PartKind.Text, text[at..variable.Index]));
            parts.Add(new(variable.Groups[2].Success ? PartKind.Phrase : PartKind.Value, variable.Groups[1].Value));
            at = variable.Index + variable.Length;
        }
        if (at < text.Length)
            parts.Add(new(PartKind.Text, text[at..]));
        return parts.Exists(p => p.Kind == PartKind.Text && (p.Text.Contains("{{", StringComparison.Ordinal) || p.Text.Contains("}}", StringComparison.Ordinal)))
            ? throw Wrong("a variable is not well formed; write {{name}} or {{name|phrase}}")
            : new(parts);
    }

    private static LetterException Wrong(string what) => new("broken-template", $"The letter cannot be read: {what}.");

    [GeneratedRegex(@"\n(?:[ \t]*\n)+", RegexOptions.None, 10_000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\[([^\]]+)\]\((\S+)\)$", RegexOptions.None, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{\{([a-z][a-zA-Z0-9]{0,39})(\|phrase)?\}\}", RegexOptions.None, 10_000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^https://[a-z0-9.-]+(:\d+)?(/|$)", RegexOptions.None, 10_000)]
    private static partial Regex SafeHost();
}
