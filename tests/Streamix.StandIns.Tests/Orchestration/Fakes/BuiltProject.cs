namespace Streamix.StandIns.Tests.Orchestration.Fakes;

/// <summary>A project folder as a build for Debug and Release leaves it.</summary>
internal sealed record BuiltProject(string Path)
{
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public static BuiltProject Create(string name, bool withHost, string? assemblyName = null)
    {
        var folder = Directory.CreateTempSubdirectory("built-project-").FullName;
        var path = System.IO.Path.Combine(folder, name + ".csproj");
        File.WriteAllText(path, assemblyName is null ? "<Project />" : $"<Project><PropertyGroup><AssemblyName>{assemblyName}</AssemblyName></PropertyGroup></Project>");
        foreach (var configuration in new[] { "Debug", "Release" })
        {
            var output = Directory.CreateDirectory(System.IO.Path.Combine(folder, "bin", configuration, "net10.0")).FullName;
            File.WriteAllText(System.IO.Path.Combine(output, (assemblyName ?? name) + ".dll"), "");
            if (withHost)
                File.WriteAllText(System.IO.Path.Combine(output, assemblyName ?? name), "");
        }
        return new(path);
    }
}
