using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Compares a second of each rendition with the source at the same size (SSIM).</summary>
internal sealed partial class QualityMeter(Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ChunkOrder order, CancellationToken cancellationToken)
    {
        var (plan, chunk) = (order.Plan, order.Plan.Chunks[order.Index]);
        var (video, sample) = (plan.Probe.Video, chunk.SampleFrame!.Value);
        var frames = Math.Min(Math.Max(1, (long)video.Timing.Rate.Value), chunk.Frames - sample);
        var first = chunk.FirstFrame + sample;
        var inputs = new List<ToolInput> { Sources.From(order.File, video, ChunkRules.SeekTo(video.Timing, first), options.Value.Threads) };
        // The sample starts a GOP: decoding begins at its key frame, which is the last one shown before a moment behind it.
        var seek = $"-noaccurate_seek -ss {Seconds.Write((sample + 0.4) / video.Timing.Rate.Value)}";
        inputs.AddRange(plan.Video.Select(rendition => ToolInput.Own(Path.Combine(order.Folder, ChunkEncoder.NameOf(order.Index, rendition.Name)), seek)));
        using var cell = ffmpeg.Open(Limited.Encode(options.Value, frames + chunk.Frames, video.Timing.Rate, video));
        try
        {
            await ffmpeg.RunAsync(cell, inputs, [new("-", $"-filter_complex \"{Graph(plan, first, frames)}\" {string.Join(' ', plan.Video.Select((_, i) => $"-map [q{i}]"))} -f null")], cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"The quality of chunk {order.Index} cannot be measured: {failure.Message}", failure);
        }

        return plan.Video.Select((rendition, i) => (rendition.Name, Ssim: Average(File.ReadLines(cell.PathOf($"ssim{i}"))))).ToDictionary(pair => pair.Name, pair => pair.Ssim, StringComparer.Ordinal);
    }

    private static string Graph(Plan plan, long first, long frames)
    {
        var split = string.Concat(plan.Video.Select((_, i) => $"[s{i}]"));
        var pairs = plan.Video.Select((rendition, i) =>
            $"[s{i}]{Filters.Size(rendition.Width, rendition.Height)}[a{i}];" +
            $"[{i + 1}:v]trim=end_frame={frames},settb=AVTB,setpts=N/({plan.Probe.Video.Timing.Rate})/TB[b{i}];" +
            $"[b{i}][a{i}]ssim=stats_file=ssim{i}[q{i}]");
        return $"{Filters.Source(plan.Probe.Video, first, frames)},settb=AVTB,setpts=N/({plan.Probe.Video.Timing.Rate})/TB,split={plan.Video.Count}{split};{string.Join(';', pairs)}";
    }

    /// <summary>Of the frames' figures over all planes.</summary>
    public static double Average(IEnumerable<string> lines)
    {
        var figures = lines.Select(line => All().Match(line)).Where(match => match.Success).Select(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return figures.Count == 0 ? throw new PipelineException("No frame was compared.") : Math.Round(figures.Average(), 5);
    }

    [GeneratedRegex(@"All:([0-9.]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex All();
}
