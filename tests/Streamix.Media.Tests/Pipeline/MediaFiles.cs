using System.Collections.Concurrent;
using System.Diagnostics;
using Streamix.Testing;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>Films and pretenders by <c>eng/demo/make-media</c>, each made once per run.</summary>
internal static class MediaFiles
{
    private static readonly string Folder = TestFolders.New("streamix-media-");
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    public static bool IsLong => Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";

    public static Task<string> GetAsync(string name) => Made.GetOrAdd(name, n => new(() => MakeAsync(n))).Value;

    /// <summary>Runs a tool to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static async Task<string> MakeAsync(string name)
    {
        await RunAsync(Repository.PathOf("eng", "demo", "make-media"), [Folder, name, .. IsLong ? ["--full"] : Array.Empty<string>()]);
        return Directory.EnumerateFiles(Folder, $"{name}.*", SearchOption.AllDirectories).Single(file => !file.EndsWith(".txt", StringComparison.Ordinal));
    }
}
