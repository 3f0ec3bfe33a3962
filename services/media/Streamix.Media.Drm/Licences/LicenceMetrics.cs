using System.Diagnostics.Metrics;

namespace Streamix.Media.Drm.Licences;

/// <summary>Counts answers to licence requests.</summary>
internal sealed class LicenceMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _answers = meters.Create("Streamix.Media.Drm").CreateCounter<long>("streamix.drm.licences", "{licence}", "Answers to licence requests.");

    public void Answered(string type, Refusal? refusal) =>
        _answers.Add(1, new("type", type), new("outcome", refusal is { } why ? LicenceProblems.Word(why) : "given"));
}
