using System.Globalization;

namespace Streamix.Benchmarks.LocalS3;

/// <summary>Speeds of the server and of the raw disk over some rounds, and the server's CPU; medians are told.</summary>
internal sealed class Measure(string name, int megabytes, ServerUnderTest server, Func<Task<double>> store, Func<Task<double>> disk)
{
    private readonly List<double> storeSpeeds = [];
    private readonly List<double> diskSpeeds = [];
    private TimeSpan cpu;

    /// <summary>Server and disk take turns within a round, so that a noisy machine disturbs both.</summary>
    public async Task RunAsync()
    {
        var before = server.ProcessorTime;
        storeSpeeds.Add(await store());
        cpu += server.ProcessorTime - before;
        diskSpeeds.Add(await disk());
    }

    public override string ToString()
    {
        var (s, d) = (Median(storeSpeeds), Median(diskSpeeds));
        var cpuPerGiB = cpu.TotalSeconds / storeSpeeds.Count / megabytes * 1024;
        return string.Create(CultureInfo.InvariantCulture, $"local-s3 {name}: {s:F0} MiB/s, raw disk {d:F0} MiB/s, ratio {s / d:F2}, server CPU {cpuPerGiB:F1} s/GiB");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
