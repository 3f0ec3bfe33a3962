using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>What is made of a source, and why.</summary>
/// <param name="Source">What was found in the file.</param>
/// <param name="Video">The ladder, each rung with its reason.</param>
/// <param name="Audio">The tracks, each with its reason.</param>
/// <param name="Complexity">Measured on samples; the ladder follows it.</param>
/// <param name="Chunks">Into how many stretches the video is split.</param>
/// <param name="Reasons">In the order of the decisions.</param>
internal sealed record PlanView(
    SourceView Source, IReadOnlyList<VideoPlan> Video, IReadOnlyList<AudioPlan> Audio, Complexity Complexity, int GopFrames, double SegmentSeconds, int Chunks,
    IReadOnlyList<string> Reasons)
{
    public static PlanView Of(Plan plan) => new(
        SourceView.Of(plan.Probe), plan.Video, plan.Audio, plan.Complexity, plan.GopFrames, plan.SegmentSeconds, plan.Chunks.Count, plan.Reasons);
}

/// <summary>What was found in the file.</summary>
internal sealed record SourceView(
    string Container, double Duration, string VideoCodec, int Width, int Height, double FrameRate, bool VariableFrameRate, string? Dynamics,
    IReadOnlyList<AudioSource> Audio, IReadOnlyList<TextTrackSource> Texts, IReadOnlyList<string> Notes)
{
    public static SourceView Of(Probe probe) => new(
        probe.Container, probe.Duration, probe.Video.Codec, probe.Video.Width, probe.Video.Height, probe.Video.Timing.SourceRate, probe.Video.Timing.Variable,
        probe.Video.Dynamics, probe.Audio, probe.Texts, probe.Notes);
}
