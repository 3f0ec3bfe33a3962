using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>
/// The work on media, from local files to local files. Every call may be repeated: it makes its files anew.
/// A file at fault throws <see cref="RejectedException"/>; what a retry may cure throws <see cref="PipelineException"/>.
/// All records survive JSON.
/// </summary>
internal interface IPipeline
{
    Task<Probe> ProbeAsync(string file, CancellationToken cancellationToken);

    Task<Plan> PlanAsync(string file, Probe probe, CancellationToken cancellationToken);

    /// <summary>One stretch of the title in all renditions.</summary>
    Task<ChunkResult> EncodeChunkAsync(ChunkOrder order, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>One audio track as a whole: AAC has no seams to join at.</summary>
    Task<AudioResult> EncodeAudioAsync(AudioOrder order, IProgress<double> progress, CancellationToken cancellationToken);

    Task<IReadOnlyList<TextResult>> ExtractTextsAsync(TextOrder order, CancellationToken cancellationToken);

    /// <summary>Poster, scrub sprites and preview, from the encoded chunks.</summary>
    Task<ExtrasResult> MakeExtrasAsync(ExtrasOrder order, CancellationToken cancellationToken);

    /// <summary>Joins the chunks and writes everything that players fetch.</summary>
    Task<PackageResult> PackageAsync(PackageOrder order, CancellationToken cancellationToken);
}
