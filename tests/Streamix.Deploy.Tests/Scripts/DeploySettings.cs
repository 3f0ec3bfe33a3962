using System.Text.RegularExpressions;
using Streamix.Testing;

namespace Streamix.Deploy.Tests.Scripts;

/// <summary>What deploy.sh wants to be told, and what it tells CloudFormation, as it stands in it.</summary>
internal static partial class DeploySettings
{
    private static readonly string Script = File.ReadAllText(Repository.PathOf("deploy", "deploy.sh"));

    /// <summary>Variables it does not run without.</summary>
    public static IReadOnlySet<string> Asked { get; } = Wanted().Matches(Script).Select(match => match.Groups["name"].Value).ToHashSet();

    /// <summary>Parameters of the template that it gives a value.</summary>
    public static IReadOnlySet<string> Told { get; } = Override().Matches(Script).Select(match => match.Groups["name"].Value).ToHashSet();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+):\?\}")]
    private static partial Regex Wanted();

    [GeneratedRegex("""\b(?<name>[A-Z]\w*[a-z]\w*)="\$""")]
    private static partial Regex Override();
}
