using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Streamix.Benchmarks.Gateway;

/// <summary>One run of wrk.</summary>
internal sealed partial class Wrk(Settings settings, string script)
{
    public async Task<Sample> RunAsync(string name, Child server, int port, int seconds)
    {
        var before = server.Cpu;
        var start = new ProcessStartInfo(settings.OtherCores.Length > 0 ? "taskset" : "wrk") { RedirectStandardOutput = true };
        IEnumerable<string> wrk = ["-t1", $"-c{settings.Connections}", $"-d{seconds}s", "--latency", "-s", script, $"http://127.0.0.1:{port}/api/v1/echo/1"];
        IEnumerable<string> all = settings.OtherCores.Length > 0 ? ["-c", settings.OtherCores, "wrk", .. wrk] : wrk;
        all.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var cpu = (server.Cpu - before).TotalMicroseconds / Math.Max(1, Number(Total().Match(text)));
        return new Sample(name, Number(Rate().Match(text)), Milliseconds(P99().Match(text)), cpu, (int)Number(Bad().Match(text)));
    }

    private static double Number(Match match) => match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static double Milliseconds(Match match) => Number(match) * (match.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 });

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in", RegexOptions.None, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)", RegexOptions.None, 1000)]
    private static partial Regex P99();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)", RegexOptions.None, 1000)]
    private static partial Regex Bad();
}

/// <summary>What one run showed.</summary>
internal sealed record Sample(string Server, double PerSecond, double P99Milliseconds, double CpuMicroseconds, int Failures);
