namespace Streamix.Benchmarks.Viewers;

/// <summary>Many players of one film, who press play within the first segment's time.</summary>
internal sealed class Audience(Reel reel, int viewers, TimeSpan time)
{
    /// <param name="packages">Where the package is for each of them.</param>
    public async Task<Showing> RunAsync(string name, Func<Uri> packages)
    {
        var spread = TimeSpan.FromSeconds(reel.Seconds);
        Watcher[] watchers = [.. Enumerable.Range(0, viewers).Select(number => new Watcher(reel, reel.Pictures[number % reel.Pictures.Count], packages(), number % reel.Segments))];
        await Task.WhenAll(watchers.Select((watcher, number) => watcher.WatchAsync(spread * number / viewers, time)));
        foreach (var watcher in watchers) watcher.Dispose();
        return new(name, [.. watchers.Select(watcher => watcher.Seen)], time);
    }
}

/// <summary>What all of them saw.</summary>
internal sealed class Showing(string name, IReadOnlyList<Seen> seen, TimeSpan time)
{
    private readonly double[] _firstBytes = [.. seen.SelectMany(one => one.FirstBytes).Order()];

    public string Name => name;

    public int Failures => seen.Sum(one => one.Failures.Count);

    public int Late => seen.Sum(one => one.Late);

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    public string Describe() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{name,-26}{_firstBytes.Length,10:n0}{Failures,8}{P50,9:0.0}{P99,9:0.0}{At(1),9:0.0}{seen.Sum(one => one.Bytes) / time.TotalSeconds / (1 << 20),9:n0}{Late,7}{Hits,9}");

    /// <summary>Why something failed, most frequent first.</summary>
    public IEnumerable<string> Reasons() => seen.SelectMany(one => one.Failures).CountBy(why => why).OrderByDescending(why => why.Value).Take(5).Select(why => $"  {why.Value} x {why.Key}");

    private string Hits => seen.Sum(one => one.Hits) is > 0 and var hits ? $"{100.0 * hits / _firstBytes.Length:0.00}%" : "";

    private double At(double quantile) => _firstBytes.Length == 0 ? double.NaN : _firstBytes[Math.Max(0, (int)Math.Ceiling(quantile * _firstBytes.Length) - 1)];
}
