using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Aspire.Hosting.Orchestration;

/// <summary>What is started and where. A built project is started by its own host where there is one, else by <c>dotnet X.dll</c>.</summary>
internal sealed record LaunchCommand(string Path, IReadOnlyList<string> Args, string WorkingDirectory)
{
    private static readonly string DotnetRoot = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Variables the launch itself needs.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private init; } = new Dictionary<string, string>();

    /// <exception cref="DistributedApplicationException">The project has not been built.</exception>
    public static LaunchCommand OfProject(string projectPath, Assembly? appHost)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(projectPath))!;
        var configuration = appHost?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var output = System.IO.Path.Combine(folder, "bin", configuration);
        var name = AssemblyName(projectPath);
        var assembly = Find(output, name + ".dll")
            ?? throw new DistributedApplicationException($"The project '{projectPath}' has not been built for {configuration}: there is no {name}.dll below '{output}'.");
        var host = System.IO.Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(host) ? new(host, [], folder) { Variables = HostVariables } : new("dotnet", [assembly], folder);
    }

    // Lets the project's own host find the runtime this process runs on.
    private static Dictionary<string, string> HostVariables =>
        Environment.GetEnvironmentVariable("DOTNET_ROOT") is null ? new() { ["DOTNET_ROOT"] = DotnetRoot } : [];

    private static string? Find(string output, string file) => !Directory.Exists(output)
        ? null
        : Directory.EnumerateDirectories(output, "net*")
            .Select(framework => System.IO.Path.Combine(framework, file))
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc);

    private static string AssemblyName(string projectPath)
    {
        var name = File.Exists(projectPath) ? XDocument.Load(projectPath).Descendants("AssemblyName").FirstOrDefault()?.Value : null;
        return string.IsNullOrWhiteSpace(name) || name.Contains("$(", StringComparison.Ordinal) ? System.IO.Path.GetFileNameWithoutExtension(projectPath) : name;
    }
}
