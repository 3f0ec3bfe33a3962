using System.Diagnostics;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Startup;

/// <summary>The reference: the sample service as a plain process with the environment that the graph gave it, nobody else of its kind running.</summary>
internal static class SingleService
{
    public static async Task<Figures> MeasureAsync(RunningProcess inGraph)
    {
        using (var ended = Process.GetProcessById(inGraph.Id))
        {
            inGraph.Kill();
            await ended.WaitForExitAsync();
        }
        var start = new ProcessStartInfo(inGraph.Arguments[0], inGraph.Arguments.Skip(1)) { RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in inGraph.Environment) start.Environment[name] = value;
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.WorkingDirectory = Environment.CurrentDirectory;

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        try
        {
            await Readiness.WaitAsync(address, TimeSpan.FromMilliseconds(10));
            return Figures.Of(clock.Elapsed, [RunningProcess.Find(process.Id)!]);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
