using System.Globalization;
using System.Text.RegularExpressions;

namespace Streamix.Testing.Walks;

/// <summary>A .http file as editors know it, with two remarks of our own: <c># expect STATUS</c> and <c># until PATH VALUE</c>.</summary>
public sealed partial record HttpFile(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpStep> Steps)
{
    /// <summary>Reads a file of the repository.</summary>
    public static HttpFile Read(params string[] path) => Parse(File.ReadAllText(Repository.PathOf(path)));

    /// <summary>Reads its text.</summary>
    /// <exception cref="FormatException">A block without a request.</exception>
    public static HttpFile Parse(string text)
    {
        var blocks = Separator().Split(text.ReplaceLineEndings("\n"));
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        List<HttpStep> steps = [];
        Declared(blocks[0].Split('\n'), variables);
        for (var i = 1; i < blocks.Length; i += 2)
            steps.Add(Step(blocks[i].Trim(), blocks[i + 1].Split('\n'), variables));
        return new(variables, steps);
    }

    private static HttpStep Step(string title, string[] lines, Dictionary<string, string> variables)
    {
        var start = Array.FindIndex(lines, line => RequestLine().IsMatch(line));
        if (start < 0)
            throw new FormatException($"No request under '{title}'.");
        var asked = Declared(lines[..start], variables);
        var request = RequestLine().Match(lines[start]);
        var end = Array.FindIndex(lines, start, string.IsNullOrWhiteSpace);
        var headers = lines[(start + 1)..(end < 0 ? lines.Length : end)].Select(line => line.Split(':', 2)).Select(pair => (pair[0].Trim(), pair[1].Trim()));
        var body = end < 0 ? "" : string.Join('\n', lines[end..]).Trim();
        return new(
            title, Remark("@name", lines), Remark("expect", lines) is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null,
            Remark("until", lines)?.Split(' ', 2) is [var path, var value] ? (path, value) : null,
            asked, request.Groups[1].Value, request.Groups[2].Value, [.. headers], body.Length > 0 ? body : null);
    }

    private static List<string> Declared(string[] lines, Dictionary<string, string> variables)
    {
        List<string> asked = [];
        foreach (var match in lines.Select(line => Variable().Match(line)).Where(match => match.Success))
        {
            if (match.Groups[2].Value.Trim() is { Length: > 0 } value)
                variables[match.Groups[1].Value] = value;
            else
                asked.Add(match.Groups[1].Value);
        }
        return asked;
    }

    private static string? Remark(string word, string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith($"# {word} ", StringComparison.Ordinal))?[(word.Length + 3)..].Trim();

    [GeneratedRegex("^###(.*)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S+)", RegexOptions.None, 1000)]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^@(\w+) *=(.*)$", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
