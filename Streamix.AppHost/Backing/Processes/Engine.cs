namespace Streamix.AppHost.Backing.Processes;

/// <summary>Where an engine's script and its data lie.</summary>
internal static class Engine
{
    public static string Scripts(Platform platform) => Path.GetFullPath(Path.Combine(platform.Builder.AppHostDirectory, "..", "eng", "engines"));

    public static string Folder(Platform platform, string name)
    {
        var folder = Path.Combine(platform.Options.DataFolder, name);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
