using System.Runtime.InteropServices;

namespace Streamix.AppHost;

/// <summary>Shaka Packager, which npm brings for every system; in the cloud it is part of the image.</summary>
internal static class Packaging
{
    public static IResourceBuilder<ProjectResource> WithPackager(this IResourceBuilder<ProjectResource> service, Platform platform)
    {
        var program = Path.GetFullPath(Path.Combine(platform.Builder.AppHostDirectory, "..", ".streamix", "tools", "node_modules", "shaka-packager", "bin", Name()));
        return platform.Builder.ExecutionContext.IsRunMode && File.Exists(program) ? service.WithEnvironment("Transcoder__Packager", program) : service;
    }

    private static string Name()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 && !OperatingSystem.IsWindows() ? "arm64" : "x64";
        return $"packager-{system}-{processor}{(OperatingSystem.IsWindows() ? ".exe" : "")}";
    }
}
