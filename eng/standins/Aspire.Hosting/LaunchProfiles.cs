using System.Text.Json;

namespace Aspire.Hosting;

internal sealed record EffectiveLaunchProfile(string Name, LaunchProfile Profile);

internal static class LaunchProfiles
{
    private static readonly JsonSerializerOptions Lenient = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The profile the resource asks for, else the application's own, else the first of a project.</summary>
    /// <exception cref="DistributedApplicationException">The profile it asks for does not exist.</exception>
    public static EffectiveLaunchProfile? Effective(IResource resource, IProjectMetadata metadata)
    {
        var profiles = (metadata.LaunchSettings ?? Read(metadata))?.Profiles ?? [];
        if (resource.TryGetLastAnnotation<LaunchProfileAnnotation>(out var wanted))
            return profiles.TryGetValue(wanted.LaunchProfileName, out var profile)
                ? new(wanted.LaunchProfileName, profile)
                : throw new DistributedApplicationException($"Launch profile with name '{wanted.LaunchProfileName}' could not be found.");
        if (resource.TryGetLastAnnotation<DefaultLaunchProfileAnnotation>(out var usual) && profiles.TryGetValue(usual.LaunchProfileName, out var found))
            return new(usual.LaunchProfileName, found);
        return profiles.Where(p => p.Value.CommandName == "Project").Select(p => new EffectiveLaunchProfile(p.Key, p.Value)).FirstOrDefault();
    }

    private static LaunchSettings? Read(IProjectMetadata metadata)
    {
        var folder = Path.GetDirectoryName(metadata.ProjectPath)!;
        var file = metadata.IsFileBasedApp
            ? Path.ChangeExtension(metadata.ProjectPath, ".run.json")
            : Path.Combine(folder, "Properties", "launchSettings.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), Lenient) : null;
    }
}
