using System.Diagnostics;
using System.Text.Json;
using Streamix.ServiceDefaults.Http;
using Streamix.Testing;

namespace Streamix.Benchmarks.FirstFrame;

/// <summary>Somebody presses play.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Player"><c>shaka</c> or <c>hls</c>.</param>
/// <param name="Token">Of a viewer; null to play <paramref name="Manifest"/> without a start.</param>
/// <param name="Manifest">An address.</param>
/// <param name="Format">Which manifest of the answer plays.</param>
internal sealed record Press(string Kind, string Player, string? Token, string? Manifest, string Format);

/// <summary>What came of it.</summary>
/// <param name="Answered">Milliseconds until the service had answered.</param>
/// <param name="Shown">Milliseconds until the first frame.</param>
/// <param name="Height">Of that frame, in lines.</param>
internal sealed record Outcome(string Kind, double Answered = 0, double Shown = 0, int Height = 0, string? Error = null);

/// <summary>Chromium, driven by a script.</summary>
internal static class Browser
{
    public static async Task<IReadOnlyList<Outcome>> RunAsync(string site, Uri gateway, Guid titleId, IReadOnlyList<Press> presses)
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("tests", "benchmarks", "firstframe", "press.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new { site, gateway = gateway.ToString().TrimEnd('/'), titleId, presses }, JsonDefaults.Options));
        process.StandardInput.Close();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? [.. lines.Select(line => JsonSerializer.Deserialize<Outcome>(line, JsonDefaults.Options)!)] : throw new InvalidOperationException($"The browser's script ended with {process.ExitCode}.");
    }
}
