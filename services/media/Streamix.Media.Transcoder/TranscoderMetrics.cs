using System.Diagnostics.Metrics;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder;

internal sealed class TranscoderMetrics
{
    private readonly Histogram<double> _tasks;

    public TranscoderMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Media.Transcoder");
        _tasks = meter.CreateHistogram<double>("streamix.transcoder.task.duration", "s", "Time spent on tasks, by kind and outcome.");
    }

    public void Worked(TaskKind kind, string outcome, TimeSpan took) =>
        _tasks.Record(took.TotalSeconds, new("kind", kind.ToString().ToLowerInvariant()), new KeyValuePair<string, object?>("outcome", outcome));
}
