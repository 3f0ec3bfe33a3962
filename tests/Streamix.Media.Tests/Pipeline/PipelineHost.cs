using System.Runtime.InteropServices;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Testing;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>The pipeline with short chunks and a fast encoder.</summary>
internal static class PipelineHost
{
    public static string Packager { get; } = Environment.GetEnvironmentVariable("Transcoder__Packager") ?? Repository.PathOf(
        ".streamix", "tools", "node_modules", "shaka-packager", "bin", $"packager-{(OperatingSystem.IsMacOS() ? "osx" : "linux")}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}");

    public static IServiceProvider Start(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Transcoder:Packager"] = Packager, ["Transcoder:Chunk"] = "00:00:02", ["Transcoder:Preset"] = "ultrafast" };
        foreach (var (key, value) in settings) values[key] = value;
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.AddLogging().AddPipeline().BuildServiceProvider();
    }

    public static IPipeline Pipeline(params (string Key, string Value)[] settings) => Start(settings).GetRequiredService<IPipeline>();
}
