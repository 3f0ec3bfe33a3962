using System.Collections.Concurrent;
using System.Diagnostics;

namespace Streamix.Benchmarks.Heartbeats;

/// <summary>Players that each tell one position after the other, of several titles in turn, and remember what was acknowledged.</summary>
internal sealed class Players(IKeeper keeper, int count)
{
    private const int TitlesEach = 20;
    private readonly Player[] _players = [.. Enumerable.Range(0, count).Select(_ => new Player())];

    /// <summary>The farthest second acknowledged of each profile and title.</summary>
    public ConcurrentDictionary<(Guid Profile, Guid Title), double> Acknowledged { get; } = new();

    /// <summary>Until the time is over.</summary>
    public async Task<Figures> RunAsync(TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(_players.Select(player => BeatAsync(player, stop.Token)));
        return new([.. times.SelectMany(one => one).Order()], clock.Elapsed);
    }

    /// <summary>Until it is cancelled, or nobody is answered any more.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(_players.Select(player => BeatAsync(player, stop, untilFailure: true)));

    private async Task<List<double>> BeatAsync(Player player, CancellationToken stop, bool untilFailure = false)
    {
        List<double> milliseconds = [];
        while (!stop.IsCancellationRequested)
        {
            var (began, beat) = (Stopwatch.GetTimestamp(), player.Next());
            try
            {
                await keeper.KeepAsync(beat, CancellationToken.None);
            }
            catch (Exception) when (untilFailure)
            {
                return milliseconds;
            }
            milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Acknowledged[(beat.Profile, beat.Title)] = beat.Seconds;
        }
        return milliseconds;
    }

    private sealed class Player
    {
        private readonly Guid _account = Guid.CreateVersion7(), _profile = Guid.CreateVersion7(), _playback = Guid.CreateVersion7();
        private readonly Guid[] _titles = [.. Enumerable.Range(0, TitlesEach).Select(_ => Guid.CreateVersion7())];
        private int _beats;

        public Beat Next()
        {
            var number = _beats++;
            return new(_account, _profile, _titles[number % TitlesEach], _playback, 1 + number / TitlesEach, DateTimeOffset.UtcNow);
        }
    }
}

/// <summary>Acknowledgements of a run; milliseconds in order.</summary>
internal sealed record Figures(double[] Milliseconds, TimeSpan Elapsed)
{
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    public double At(double quantile) => Milliseconds.Length == 0 ? double.NaN : Milliseconds[Math.Max(0, (int)Math.Ceiling(quantile * Milliseconds.Length) - 1)];

    public string Describe(string name) => $"{name,-44}{PerSecond,12:n0}{At(0.5),10:0.0}{At(0.99),10:0.0}";
}
