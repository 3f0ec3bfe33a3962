using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Benchmarks.Ladder;

/// <summary>The filters that bring each track to the platform's loudness, for one who knows beforehand how loud it is.</summary>
internal static class Sounds
{
    public static async Task<IReadOnlyList<string>> MeasureAsync(IServiceProvider services, string film, Plan plan)
    {
        var (ffmpeg, options) = (services.GetRequiredService<Ffmpeg>(), services.GetRequiredService<IOptions<PipelineOptions>>().Value);
        List<string> filters = [];
        foreach (var track in plan.Audio)
        {
            var said = await ffmpeg.RunAsync(
                Limited.Sound(options, plan.Probe.Duration), [ToolInput.Source(film, "-vn")],
                [new("-", $"-filter_complex \"{Shape(track)},ebur128=peak=true:framelog=verbose[a]\" -map [a] -f null")], default);
            filters.Add(Loudness.Read(said) is { } loudness ? $"{Shape(track)},{loudness.FilterTo(options.Loudness)}" : Shape(track));
        }
        return filters;
    }

    private static string Shape(AudioPlan track) => $"[0:{track.Stream}]aresample=48000,aformat=sample_fmts=fltp:channel_layouts={(track.Channels == 6 ? "5.1" : "stereo")}";
}
