using System.Diagnostics.Metrics;

namespace Streamix.Streaming.Rights;

/// <summary>Counts decisions, what they were made from and how long they took.</summary>
internal sealed class RightsMetrics
{
    private const string Allowed = "allowed";
    private readonly Counter<long> _decisions;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _facts;
    private readonly Counter<long> _local;

    public RightsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Streamix.Streaming.Rights");
        _decisions = meter.CreateCounter<long>("streamix.rights.decisions", "{decision}", "Decisions by call and outcome: allowed, or the code of the refusal.");
        _duration = meter.CreateHistogram<double>("streamix.rights.decision.duration", "s", "From the question to the decision, slot included.");
        _facts = meter.CreateCounter<long>("streamix.rights.facts", "{fact}", "Facts looked up, from memory or read.");
        _local = meter.CreateCounter<long>("streamix.rights.slots.local", "{slot}", "Slots counted by this replica alone, because Redis was away.");
    }

    public void Decided(string call, string? refusal, TimeSpan took)
    {
        _decisions.Add(1, new("call", call), new("outcome", refusal ?? Allowed));
        _duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("call", call));
    }

    public void Looked(string kind, bool inMemory) => _facts.Add(1, new("kind", kind), new("from", inMemory ? "memory" : "store"));

    public void CountedLocally() => _local.Add(1);
}
