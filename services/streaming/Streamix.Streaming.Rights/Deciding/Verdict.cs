namespace Streamix.Streaming.Rights.Deciding;

/// <summary>The decision.</summary>
/// <param name="Code">Of the first check that failed; null when allowed.</param>
/// <param name="Sentence">For people; null when allowed.</param>
/// <param name="MostLines">0 when refused, and when nothing was decided.</param>
/// <param name="GoodUntil">The decision does not hold longer.</param>
/// <param name="Findings">Every check that could be made, in order.</param>
internal sealed record Verdict(
    string? Code, string? Sentence, int MostLines, IReadOnlyList<string> Tiers, string? Country, PlanTerms? Plan, DateTimeOffset? GoodUntil, IReadOnlyList<Finding> Findings)
{
    /// <summary>Nothing was decided now: what was decided before holds, whatever it was.</summary>
    public static Verdict AsBefore { get; } = new(null, null, 0, [], null, null, null, []);

    public bool Allowed => Code is null;

    /// <summary>The same with one more check, which a refusal does not need.</summary>
    public Verdict With(Finding finding) => !Allowed || finding.Code is not { } code
        ? this with { Findings = [.. Findings, finding] }
        : this with { Code = code, Sentence = finding.Sentence ?? Sentences.Of(code), MostLines = 0, Tiers = [], GoodUntil = null, Findings = [.. Findings, finding] };
}
