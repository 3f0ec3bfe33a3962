using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Catalog.Assets;

/// <summary>The latest report of a job.</summary>
/// <param name="JobId">The transcoder's job.</param>
/// <param name="Sequence">Grows with each report of the job.</param>
/// <param name="Stage">What it is at.</param>
/// <param name="Fraction">Of the whole job, 0 to 1.</param>
/// <param name="Renditions">Each rendition's own progress.</param>
/// <param name="At">UTC.</param>
internal sealed record AssetProgress(Guid JobId, long Sequence, string Stage, double Fraction, IReadOnlyList<RenditionProgress> Renditions, DateTimeOffset At)
{
    public static AssetProgress Of(AssetProgressed report) => new(report.JobId, report.Sequence, report.Stage, report.Fraction, report.Renditions, report.At);

    /// <summary>Reports arrive late and twice.</summary>
    public bool IsBefore(AssetProgressed report) => JobId == report.JobId ? Sequence < report.Sequence : At < report.At;
}
