using System.Diagnostics.Metrics;

namespace Streamix.Streaming.WatchHistory;

/// <summary>Counts what is written, and how.</summary>
internal sealed class HistoryMetrics
{
    private readonly Counter<long> _positions;
    private readonly Counter<long> _completions;
    private readonly Histogram<double> _commits;
    private readonly Histogram<long> _batches;

    public HistoryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Streaming.WatchHistory");
        _positions = meter.CreateCounter<long>("streamix.history.positions", "{position}", "Positions of players, by outcome.");
        _completions = meter.CreateCounter<long>("streamix.history.completions", "{title}", "Titles watched to their end.");
        _commits = meter.CreateHistogram<double>("streamix.history.commit.duration", "s", "Time to write positions that came together.");
        _batches = meter.CreateHistogram<long>("streamix.history.commit.positions", "{position}", "Positions written by one transaction.");
    }

    public void Written(int positions, int completions, TimeSpan took)
    {
        _positions.Add(positions, new KeyValuePair<string, object?>("outcome", "written"));
        _completions.Add(completions);
        _commits.Record(took.TotalSeconds);
        _batches.Record(positions);
    }

    public void Failed(int positions) => _positions.Add(positions, new KeyValuePair<string, object?>("outcome", "failed"));
}
