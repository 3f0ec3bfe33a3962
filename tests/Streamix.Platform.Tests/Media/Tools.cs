using System.Diagnostics;

namespace Streamix.Platform.Tests.Media;

internal static class Tools
{
    /// <summary>Runs a tool to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)}: {await errors}");
    }

    /// <summary>Decodes to the end; any complaint is a failure.</summary>
    /// <returns>How many frames came out.</returns>
    public static async Task<int> FramesAsync(string file)
    {
        var table = await RunAsync("ffmpeg", "-nostdin", "-v", "error", "-xerror", "-err_detect", "explode", "-i", file, "-map", "0:v:0", "-fps_mode", "passthrough", "-f", "framecrc", "-");
        return table.Split('\n').Count(line => line.Length > 0 && line[0] != '#');
    }
}
