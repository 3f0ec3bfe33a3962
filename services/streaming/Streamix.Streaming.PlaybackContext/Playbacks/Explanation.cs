namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>The whole decision, for "explain".</summary>
/// <param name="Rights">What was checked, in order.</param>
/// <param name="Plan">Of the account.</param>
/// <param name="Country">Where the viewer is taken to be.</param>
/// <param name="MostLines">The highest frame allowed, in lines of the smaller side.</param>
/// <param name="Rungs">Each rendition of the package, and why it is offered or not.</param>
/// <param name="Edges">Why these edges.</param>
/// <param name="Parts">Milliseconds that each part of the start took.</param>
internal sealed record Explanation(
    IReadOnlyList<ExplainedCheck> Rights, string? Plan, string? Country, int MostLines, IReadOnlyList<ExplainedRung> Rungs, IReadOnlyList<string>? Edges, IReadOnlyDictionary<string, double>? Parts)
{
    public Explanation ShownTo(bool isOperator) => isOperator ? this : WithoutInternals();

    /// <summary>As viewers may know it of themselves: what was decided, but not how we run.</summary>
    public Explanation WithoutInternals() => this with { Rights = [.. Rights.Select(check => check with { Because = null })], Edges = null, Parts = null };
}

/// <summary>A check of the rights.</summary>
/// <param name="Name"><c>account</c>, <c>profile</c>, <c>territory</c> …</param>
/// <param name="Passed">What came of it.</param>
/// <param name="Because">What it was decided on; for operators.</param>
internal sealed record ExplainedCheck(string Name, bool Passed, string? Because);

/// <summary>A rendition.</summary>
/// <param name="Name">As <c>1080p</c>.</param>
/// <param name="Lines">Of its smaller side.</param>
/// <param name="Tier">Which key opens it.</param>
/// <param name="Offered">It stands in the manifests.</param>
/// <param name="Reason">Why not: <c>quality</c> or <c>tier</c>; null when it is offered.</param>
internal sealed record ExplainedRung(string Name, int Lines, string Tier, bool Offered, string? Reason);
