using System.Diagnostics.Metrics;

namespace Streamix.Streaming.PlaybackContext;

/// <summary>Counts starts, ends and what was missing.</summary>
internal sealed class PlaybackMetrics
{
    private readonly Counter<long> _starts;
    private readonly Counter<long> _ends;
    private readonly Counter<long> _missing;
    private readonly Counter<long> _heartbeats;
    private readonly Counter<long> _renewals;
    private readonly Histogram<double> _parts;

    public PlaybackMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Streaming.PlaybackContext");
        _starts = meter.CreateCounter<long>("streamix.playback.starts", "{playback}", "Playbacks asked for, by outcome.");
        _ends = meter.CreateCounter<long>("streamix.playback.ends", "{playback}", "Playbacks that are over, by reason.");
        _missing = meter.CreateCounter<long>("streamix.playback.missing_parts", "{part}", "Parts left out of answers.");
        _heartbeats = meter.CreateCounter<long>("streamix.playback.heartbeats", "{heartbeat}", "Heartbeats, by whether their positions are kept.");
        _renewals = meter.CreateCounter<long>("streamix.playback.renewals", "{renewal}", "Renewed addresses.");
        _parts = meter.CreateHistogram<double>("streamix.playback.part.duration", "s", "Time that the parts of a start took.");
    }

    /// <param name="outcome"><c>started</c>, <c>repeated</c>, or the code of the refusal.</param>
    public void Started(string outcome) => _starts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Ended(string reason, int count) => _ends.Add(count, new KeyValuePair<string, object?>("reason", reason));

    public void Missing(string part) => _missing.Add(1, new KeyValuePair<string, object?>("part", part));

    public void Heard(bool kept) => _heartbeats.Add(1, new KeyValuePair<string, object?>("kept", kept));

    public void Renewed() => _renewals.Add(1);

    public void Took(string part, TimeSpan time) => _parts.Record(time.TotalSeconds, new KeyValuePair<string, object?>("part", part));
}
