using System.Text.RegularExpressions;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// DCP evaluates Go templates in variables and arguments. Those that ask it for a port or an annotation are meant;
/// every other <c>{{</c> is the user's text and has to arrive as it is.
/// </summary>
internal static partial class Templates
{
    private const string LiteralBraces = "{{\"{{\"}}";

    public static string PortForServing(string service) => $"{{{{portForServing \"{service}\"}}}}";

    public static string Escape(string text) =>
        text.Contains("{{", StringComparison.Ordinal) ? Braces().Replace(text, match => match.Length == 2 ? LiteralBraces : match.Value) : text;

    [GeneratedRegex("""\{\{-?\s*(?:portForServing|portFor|addressForServing|addressFor|index \.Annotations)\s+"[^"{}]*"\s*-?\}\}|\{\{""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
