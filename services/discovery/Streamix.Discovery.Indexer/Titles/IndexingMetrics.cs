using System.Diagnostics.Metrics;

namespace Streamix.Discovery.Indexer.Titles;

internal sealed class IndexingMetrics
{
    private readonly Histogram<double> _searchable;
    private readonly Counter<long> _jobs;
    private readonly Counter<long> _drift;

    public IndexingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Discovery.Indexer");
        _searchable = meter.CreateHistogram<double>("streamix.indexing.event_to_searchable", "s", "From the change in the catalog until searches find it.");
        _jobs = meter.CreateCounter<long>("streamix.indexing.jobs", "{job}", "Rebuilds and checks by outcome.");
        _drift = meter.CreateCounter<long>("streamix.indexing.drift", "{title}", "Titles in which index and catalog differed.");
    }

    public void Searchable(TimeSpan took) => _searchable.Record(took.TotalSeconds);

    public void Ended(string kind, string outcome) => _jobs.Add(1, new("kind", kind), new("outcome", outcome));

    public void Drifted(long titles) => _drift.Add(titles);
}
