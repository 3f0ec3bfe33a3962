using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>The steps, each in its own class.</summary>
internal sealed class MediaPipeline(
    Prober prober, Planner planner, ChunkEncoder chunks, AudioEncoder audio, TextExtractor texts, ExtrasMaker extras, PackageMaker packages) : IPipeline
{
    public Task<Probe> ProbeAsync(string file, CancellationToken cancellationToken) => prober.ProbeAsync(file, cancellationToken);

    public Task<Plan> PlanAsync(string file, Probe probe, CancellationToken cancellationToken) => planner.PlanAsync(file, probe, cancellationToken);

    public Task<ChunkResult> EncodeChunkAsync(ChunkOrder order, IProgress<double> progress, CancellationToken cancellationToken) => chunks.EncodeAsync(order, progress, cancellationToken);

    public Task<AudioResult> EncodeAudioAsync(AudioOrder order, IProgress<double> progress, CancellationToken cancellationToken) => audio.EncodeAsync(order, progress, cancellationToken);

    public Task<IReadOnlyList<TextResult>> ExtractTextsAsync(TextOrder order, CancellationToken cancellationToken) => texts.ExtractAsync(order, cancellationToken);

    public Task<ExtrasResult> MakeExtrasAsync(ExtrasOrder order, CancellationToken cancellationToken) => extras.MakeAsync(order, cancellationToken);

    public Task<PackageResult> PackageAsync(PackageOrder order, CancellationToken cancellationToken) => packages.PackageAsync(order, cancellationToken);
}
