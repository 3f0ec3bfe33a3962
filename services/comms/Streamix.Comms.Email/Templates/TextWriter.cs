using System.Text;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>A letter as plain text of at most 72 columns; addresses are never broken.</summary>
internal sealed class TextWriter(Phrases phrases, Fill fill, Frame frame)
{
    private const int Columns = 72;

    public string Write(Letter letter)
    {
        var blocks = new List<string>();
        var greeted = false;
        foreach (var block in letter.Blocks)
        {
            if (!greeted && block.Kind != BlockKind.Heading)
            {
                blocks.Add(frame.Greeting);
                greeted = true;
            }
            blocks.Add(Text(block));
        }
        return string.Join("\n\n", [.. blocks, "-- ", .. Footer()]) + "\n";
    }

    private string Text(Block block) => block.Kind switch
    {
        BlockKind.Heading => Underlined(fill.Text(block.Lines[0])),
        BlockKind.Code => "    " + fill.Text(block.Lines[0]),
        BlockKind.List => string.Join('\n', block.Lines.Select(line => Wrap("- " + fill.Text(line), "  "))),
        BlockKind.Button => $"{Wrap(fill.Text(block.Lines[0]))}:\n{Links.Absolute(frame.WebApp, fill.Link(block.Lines[1]))}",
        _ => Wrap(fill.Text(block.Lines[0])),
    };

    private IEnumerable<string> Footer()
    {
        var lines = frame.Footer.Select(line => Wrap(line));
        return frame.Unsubscribe is { } link ? lines.Append($"{phrases["unsubscribe"]}:\n{link}") : lines;
    }

    private static string Underlined(string heading) => $"{Wrap(heading)}\n{new string('=', Math.Min(heading.Length, Columns))}";

    private static string Wrap(string text, string indent = "")
    {
        var (lines, column) = (new StringBuilder(), 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Columns)
            {
                lines.Append('\n').Append(indent);
                column = indent.Length;
            }
            else if (column > 0)
            {
                lines.Append(' ');
                column++;
            }
            lines.Append(word);
            column += word.Length;
        }
        return lines.ToString();
    }
}
