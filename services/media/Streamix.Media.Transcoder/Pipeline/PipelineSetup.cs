using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline;

internal static class PipelineSetup
{
    /// <summary>Adds <see cref="IPipeline"/>, whose settings are in section <c>Transcoder</c>.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddOptions<PipelineOptions>().BindConfiguration(PipelineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Ffmpeg>().AddSingleton<Ffprobe>().AddSingleton<Shaka>().AddSingleton<PacketScan>()
            .AddSingleton<Prober>().AddSingleton<ComplexityMeter>().AddSingleton<Planner>()
            .AddSingleton<QualityMeter>().AddSingleton<ChunkEncoder>().AddSingleton<AudioEncoder>()
            .AddSingleton<TextExtractor>().AddSingleton<Joiner>().AddSingleton<ExtrasMaker>().AddSingleton<PackageMaker>()
            .AddSingleton<IPipeline, MediaPipeline>();
    }
}
