using System.Runtime.InteropServices;
using Streamix.Testing;

namespace Streamix.Benchmarks.Ladder;

/// <summary>Where the platform's start puts Shaka Packager.</summary>
internal static class Packager
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("Transcoder__Packager") ?? Repository.PathOf(
        ".streamix", "tools", "node_modules", "shaka-packager", "bin", $"packager-{(OperatingSystem.IsMacOS() ? "osx" : "linux")}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}");
}
