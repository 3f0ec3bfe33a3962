namespace Streamix.Benchmarks.Edge;

/// <summary>A server whose worker processes are watched while it is asked.</summary>
internal sealed class Contestant(string name, Uri address, int process, Func<IEnumerable<Rung>, string[]> paths, Func<double>? besides = null)
{
    private readonly Dictionary<string, List<Sample>> _samples = new(StringComparer.Ordinal);

    public string Name => name;

    public async Task RunAsync(Wrk wrk, string what, IReadOnlyList<Rung> rungs, int seconds)
    {
        var (workers, others) = (Workers.Seconds(process), besides?.Invoke() ?? 0);
        var load = await wrk.RunAsync(address, paths(rungs), seconds);
        if (!_samples.TryGetValue(what, out var samples))
            _samples[what] = samples = [];
        samples.Add(new(load, Workers.Seconds(process) - workers, (besides?.Invoke() ?? 0) - others));
    }

    /// <summary>Every file once, so that nothing has to be fetched from elsewhere any more.</summary>
    public async Task FillAsync(IReadOnlyList<Rung> rungs)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        foreach (var path in paths(rungs))
            await http.GetByteArrayAsync(path);
    }

    /// <summary>MiB, the median of the rounds.</summary>
    public double PerCpuSecond(string what) => Median(what, sample => sample.Load.Bytes / sample.Workers / (1 << 20));

    /// <summary>The same, all processes of it counted.</summary>
    public double PerCpuSecondOfAll(string what) => Median(what, sample => sample.Load.Bytes / (sample.Workers + sample.Others) / (1 << 20));

    public string Describe(string what) =>
        $"{what,-8}{name,-28}{PerCpuSecond(what),10:n0}{Median(what, s => s.Load.Bytes / s.Load.Seconds / (1 << 20)),10:n0}{Median(what, s => s.Load.Requests / s.Load.Seconds),10:n0}{Median(what, s => s.Load.P99Milliseconds),9:0.0}{Bad(what),8}";

    public int Bad(string what) => _samples[what].Sum(sample => sample.Load.Bad);

    private double Median(string what, Func<Sample, double> of) => _samples[what].Select(of).Order().ElementAt(_samples[what].Count / 2);

    private sealed record Sample(Load Load, double Workers, double Others);
}
