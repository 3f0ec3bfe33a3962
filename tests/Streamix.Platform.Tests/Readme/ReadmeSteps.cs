using System.Text.RegularExpressions;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Readme;

/// <summary>One fenced block of the README; a file's path stands alone on the line before it.</summary>
internal sealed record ReadmeStep(string Language, string? Path, string Text);

/// <summary>The steps of one section, as they stand in the README.</summary>
internal static partial class ReadmeSteps
{
    public static IReadOnlyList<ReadmeStep> Of(string section)
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var text = readme.Split("\n## ").Single(part => part.StartsWith(section + "\n", StringComparison.Ordinal));
        return [.. Block().Matches(text).Select(match => new ReadmeStep(
            match.Groups["language"].Value,
            match.Groups["path"] is { Success: true } path ? path.Value : null,
            match.Groups["text"].Value))];
    }

    [GeneratedRegex(@"(^`(?<path>[^`\n]+)`\n\n)?^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
