using System.Diagnostics;
using Shouldly;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>
/// A player without a picture: fetches segment after segment, of the next edge when one does not answer; tells where it is, and again what was not kept;
/// and renews its addresses. It watches the film in circles.
/// </summary>
internal sealed class SimulatedPlayer(Viewer viewer, Feature film, EdgeReader edges)
{
    private const double Step = 0.05;
    private const double FarEnough = 0.8;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<string> _segments = [];
    private readonly List<PlayedPosition> _untold = [];
    private IReadOnlyList<EdgeAddress> _edges = [];
    private Renewal _renewal = null!;
    private Task _playing = Task.CompletedTask;
    private long _sequence;
    private double _position;

    public Viewer Viewer => viewer;

    public Guid PlaybackId { get; private set; }

    public Gauge Segments { get; } = new();

    public Gauge Heartbeats { get; } = new();

    /// <summary>How long positions had to wait.</summary>
    public Gauge Kept { get; } = new();

    public int Renewals { get; private set; }

    /// <summary>The one that it asks first.</summary>
    public string Edge => _edges[0].Name;

    public async Task StartAsync()
    {
        var started = await viewer.StartAsync(film.Title);
        (PlaybackId, _edges, _renewal) = (started.PlaybackId, started.Edges, started.Renewal);
        _playing = Task.WhenAll(Task.Run(FetchAsync), Task.Run(TellAsync), Task.Run(RenewAsync));
    }

    /// <summary>Stops, but for what is still to be told.</summary>
    /// <returns>Where it was last.</returns>
    public async Task<double> PauseAsync()
    {
        await _stopping.CancelAsync();
        await _playing;
        await Until.TrueAsync(TellOnceAsync, "the last position is kept", TimeSpan.FromSeconds(30));
        return _position;
    }

    private async Task FetchAsync()
    {
        for (var turn = 0; await WaitAsync(Turn); turn++)
        {
            var began = Stopwatch.GetTimestamp();
            if (_segments.Count == 0) await ListAsync();
            if (_segments.TryPeek(out var segment) && await ReadAsync(segment))
            {
                _segments.Dequeue();
                Segments.Succeeded(began);
            }
            else Segments.Failed(began);
            _position = turn * Step % (film.Duration * FarEnough);
        }
    }

    /// <summary>Which segments there are, from whichever edge says so.</summary>
    private async Task ListAsync()
    {
        foreach (var edge in _edges)
        {
            try
            {
                foreach (var name in await edges.NamedAsync($"{edge.Base}{film.Renditions[0]}.m3u8").WaitAsync(OneTry)) _segments.Enqueue(name[edge.Base.Length..]);
                return;
            }
            catch (Exception e) when (IsAway(e))
            {
                // The next one may know.
            }
        }
    }

    private async Task<bool> ReadAsync(string segment)
    {
        foreach (var edge in _edges)
        {
            try
            {
                (await edges.BytesAsync(edge.Base + segment).WaitAsync(OneTry)).ShouldNotBeEmpty();
                return true;
            }
            catch (Exception e) when (IsAway(e))
            {
                // The next one may have it.
            }
        }
        return false;
    }

    private async Task TellAsync()
    {
        while (await WaitAsync(Beat)) await TellOnceAsync();
    }

    private async Task<bool> TellOnceAsync()
    {
        var began = Stopwatch.GetTimestamp();
        _untold.Add(new(_position, DateTimeOffset.UtcNow));
        using var patience = new CancellationTokenSource(OneTry);
        try
        {
            var answer = (await viewer.BeatAsync(PlaybackId, ++_sequence, [.. _untold], ct: patience.Token)).As<HeartbeatReply>();
            answer.State.ShouldBe("playing", $"{answer}");
            Heartbeats.Succeeded(began);
            if (!answer.Kept) Kept.Failed(began);
            if (!answer.Kept) return false;
            Kept.Succeeded(began);
            _untold.Clear();
            return true;
        }
        catch (Exception e) when (IsAway(e))
        {
            Heartbeats.Failed(began);
            Kept.Failed(began);
            return false;
        }
    }

    private async Task RenewAsync()
    {
        while (await WaitAsync(Beat))
        {
            if (DateTimeOffset.UtcNow < _renewal.RenewAt) continue;
            using var patience = new CancellationTokenSource(OneTry);
            try
            {
                var renewed = (await viewer.RenewAsync(PlaybackId, patience.Token)).As<Renewed>();
                (_edges, _renewal) = (renewed.Edges, renewed.Renewal);
                Renewals++;
            }
            catch (Exception e) when (IsAway(e))
            {
                // The old addresses are good for some time yet.
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        await Task.Delay(time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stopping.IsCancellationRequested;
    }

    /// <summary>Nobody answered, or somebody who cannot just now.</summary>
    private static bool IsAway(Exception e) => e is HttpRequestException or IOException or TimeoutException or OperationCanceledException or InvalidOperationException;
}
