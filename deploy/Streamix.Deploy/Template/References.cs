using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Streamix.Deploy.Template;

/// <summary>What a part of a template refers to by <c>Ref</c>, <c>Fn::GetAtt</c> and <c>Fn::Sub</c>, pseudo parameters too.</summary>
internal static partial class References
{
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } name => [(string)name!],
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is { } path => [(string)path[0]!],
        JsonObject { Count: 1 } text when text["Fn::Sub"] is { } sub => Names().Matches((string)sub!).Select(match => match.Groups["name"].Value),
        JsonObject other => other.SelectMany(entry => In(entry.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
