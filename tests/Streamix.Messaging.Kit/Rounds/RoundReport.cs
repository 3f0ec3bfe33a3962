namespace Streamix.Messaging.Kit.Rounds;

/// <summary>What happened in a round.</summary>
public sealed record RoundReport(Verdict Verdict, IReadOnlyDictionary<string, int> Strikes, TimeSpan Elapsed)
{
    public override string ToString() =>
        $"{Verdict.Committed} committed, {Verdict.Applied} applied, {Verdict.Faults.Count} faults in {Elapsed.TotalSeconds:0} s; "
        + string.Join(", ", Strikes.Select(s => $"{s.Value} × {s.Key}"));
}
