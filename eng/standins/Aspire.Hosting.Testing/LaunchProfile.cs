using System.Text.Json;

namespace Aspire.Hosting.Testing;

/// <summary>The variables of an AppHost's first launch profile.</summary>
internal static class LaunchProfile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IEnumerable<KeyValuePair<string, string?>> Variables(string projectFolder)
    {
        var file = Path.Combine(projectFolder, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
        if (!document.RootElement.TryGetProperty("profiles", out var profiles))
            return [];
        var first = profiles.EnumerateObject().FirstOrDefault();
        return first.Value.ValueKind == JsonValueKind.Object && first.Value.TryGetProperty("environmentVariables", out var variables)
            ? [.. variables.EnumerateObject().Select(v => KeyValuePair.Create(v.Name, v.Value.GetString()))]
            : [];
    }
}
