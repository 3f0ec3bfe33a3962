using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Streamix.Benchmarks.Edge;

/// <summary>Runs of wrk over a list of paths.</summary>
internal sealed partial class Wrk(string folder, string cores, int connections)
{
    public async Task<Load> RunAsync(Uri server, string[] paths, int seconds)
    {
        var script = Path.Combine(folder, "paths.lua");
        await File.WriteAllTextAsync(script, $$"""
            local paths, ready, turn = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }, {}, 0
            function init(args)
              for i, path in ipairs(paths) do ready[i] = wrk.format("GET", path) end
            end
            function request()
              turn = turn % #ready + 1
              return ready[turn]
            end
            function done(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("bytes=%.0f requests=%.0f microseconds=%.0f bad=%.0f p99=%.0f\n",
                summary.bytes, summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(99)))
            end
            """);
        string[] wrk = ["wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", script, server.ToString()];
        string[] command = cores.Length > 0 ? ["taskset", "-c", cores, .. wrk] : wrk;
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = Figure().Matches(text).ToDictionary(match => match.Groups[1].Value, match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return said.Count == 5
            ? new(said["bytes"], said["requests"], said["microseconds"] / 1e6, (int)said["bad"], said["p99"] / 1000)
            : throw new InvalidOperationException($"wrk says: {text}");
    }

    [GeneratedRegex(@"\b(bytes|requests|microseconds|bad|p99)=(\d+)", RegexOptions.None, 1000)]
    private static partial Regex Figure();
}

/// <summary>What went over in one run.</summary>
internal sealed record Load(double Bytes, double Requests, double Seconds, int Bad, double P99Milliseconds);
