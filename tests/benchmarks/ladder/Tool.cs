using System.Diagnostics;

namespace Streamix.Benchmarks.Ladder;

internal static class Tool
{
    /// <summary>Runs a tool to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string name, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{name} ended with {process.ExitCode}: {await errors}");
    }
}
