using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Progress;

/// <summary>How far a job is.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Stage"><c>waiting</c>, <c>fetching</c>, <c>probing</c>, <c>encoding</c>, <c>packaging</c>, <c>storing</c>.</param>
/// <param name="Fraction">Of the whole job, 0 to 1.</param>
/// <param name="Renditions">Each rendition's own progress.</param>
/// <param name="Workers">How many are at it.</param>
internal sealed record ProgressView(JobState State, string Stage, double Fraction, IReadOnlyList<RenditionProgress> Renditions, int Workers)
{
    /// <summary>Equal in what is shown.</summary>
    public bool Equals(ProgressView? other) =>
        other is not null && (State, Stage, Fraction, Workers) == (other.State, other.Stage, other.Fraction, other.Workers) && Renditions.SequenceEqual(other.Renditions);

    public override int GetHashCode() => HashCode.Combine(State, Stage, Fraction, Workers);
}
