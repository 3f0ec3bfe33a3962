using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Benchmarks.Ladder;

/// <summary>
/// What one would write by hand: the film decoded once, split, scaled and encoded with the same settings, and each audio track at a loudness
/// that is known beforehand, all in one ffmpeg.
/// </summary>
internal sealed class SingleCommand(string film, Plan plan, IReadOnlyList<string> sounds, PipelineOptions options)
{
    public async Task<Spent> RunAsync(string folder) => (await Spent.MeasureAsync(() => Tool.RunAsync(options.Ffmpeg, Arguments(Directory.CreateDirectory(folder).FullName)))).Spent;

    private IEnumerable<string> Arguments(string folder) =>
    [
        "-v", "error", "-nostdin", "-y", "-i", film, "-filter_complex", string.Join(';', [Pictures(), .. Scales(), .. sounds.Select((filter, i) => $"{filter}[a{i}]")]),
        .. plan.Video.SelectMany((rendition, i) => Output($"[v{i}]", X264.Options(rendition, plan.GopFrames, options.Preset, options.Threads), Path.Combine(folder, $"{rendition.Name}.mp4"))),
        .. plan.Audio.SelectMany((track, i) => Output($"[a{i}]", $"-c:a aac -b:a {track.Bitrate} -ar 48000", Path.Combine(folder, $"{track.Name}.m4a"))),
    ];

    private string Pictures() => $"[0:{plan.Probe.Video.Stream}]split={plan.Video.Count}{string.Concat(plan.Video.Select((_, i) => $"[s{i}]"))}";

    private IEnumerable<string> Scales() => plan.Video.Select((rendition, i) => $"[s{i}]scale={rendition.Width}:{rendition.Height}:flags=bicubic[v{i}]");

    private static IEnumerable<string> Output(string map, string settings, string file) => ["-map", map, .. settings.Split(' '), "-f", "mp4", file];
}
