using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Email.Templates;

/// <summary>A letter as HTML. Nothing is written that was not encoded here, except the layout's own markup.</summary>
internal sealed class HtmlWriter(string page, Phrases phrases, Fill fill, Frame frame)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Write(Letter letter, string subject)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lang"] = Safe(phrases.Locale),
            ["subject"] = Safe(subject),
            ["preview"] = Safe(fill.Text(letter.Preview)),
            ["body"] = Body(letter),
            ["footer"] = Footer(),
        };
        return Slots(slots);
    }

    /// <summary>One pass, so that nothing inside a value is ever taken for a slot.</summary>
    private string Slots(Dictionary<string, string> slots)
    {
        var (text, at) = (new StringBuilder(page.Length * 2), 0);
        while (page.IndexOf("<!--", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = page.IndexOf("-->", open, StringComparison.Ordinal);
            text.Append(page, at, open - at).Append(slots[page[(open + 4)..close]]);
            at = close + 3;
        }
        return text.Append(page, at, page.Length - at).ToString();
    }

    private string Body(Letter letter)
    {
        var text = new StringBuilder();
        var greeted = false;
        foreach (var block in letter.Blocks)
        {
            if (!greeted && block.Kind != BlockKind.Heading)
            {
                text.Append($"<p>{Safe(frame.Greeting)}</p>\n");
                greeted = true;
            }
            text.Append(Html(block)).Append('\n');
        }
        return text.ToString().TrimEnd();
    }

    private string Html(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"<h1>{Text(block.Lines[0])}</h1>",
        BlockKind.Code => $"<p class=\"code\">{Text(block.Lines[0])}</p>",
        BlockKind.Small => $"<p class=\"small\">{Text(block.Lines[0])}</p>",
        BlockKind.List => $"<ul>{string.Concat(block.Lines.Select(line => $"<li>{Text(line)}</li>"))}</ul>",
        BlockKind.Button => Button(Text(block.Lines[0]), Links.Absolute(frame.WebApp, fill.Link(block.Lines[1]))),
        _ => $"<p>{Text(block.Lines[0])}</p>",
    };

    private string Button(string label, string link) => $"""
        <p class="action"><a class="button" href="{Safe(link)}">{label}</a></p>
        <p class="small">{Safe(phrases["link"])}<br><a class="address" href="{Safe(link)}">{Safe(link)}</a></p>
        """;

    private string Footer()
    {
        var lines = frame.Footer.Select(line => $"<p>{Safe(line)}</p>");
        if (frame.Unsubscribe is { } link)
            lines = lines.Append($"<p><a href=\"{Safe(link)}\">{Safe(phrases["unsubscribe"])}</a></p>");
        return string.Join('\n', lines);
    }

    private string Text(Line line) => Safe(fill.Text(line));

    private static string Safe(string text) => Encoder.Encode(text);
}
