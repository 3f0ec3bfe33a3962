using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Encodes a chunk in all renditions with one command: the source is decoded once.</summary>
internal sealed class ChunkEncoder(Ffmpeg ffmpeg, PacketScan scan, QualityMeter quality, IOptions<PipelineOptions> options)
{
    public async Task<ChunkResult> EncodeAsync(ChunkOrder order, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (plan, chunk) = (order.Plan, order.Plan.Chunks[order.Index]);
        var video = plan.Probe.Video;
        Directory.CreateDirectory(order.Folder);
        var outputs = plan.Video.Select((rendition, i) => Output(order, rendition, i)).ToList();
        var whole = video.Timing.Rate.SecondsOf(chunk.Frames);
        try
        {
            await ffmpeg.RunAsync(
                Limited.Encode(options.Value, chunk.Frames, video.Timing.Rate, video),
                [Sources.From(order.File, video, chunk.Seek, options.Value.Threads)], outputs, cancellationToken,
                done => progress.Report(Math.Clamp(done.TotalSeconds / whole, 0, 0.99)));
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"Chunk {order.Index}: {failure.Message}", failure);
        }

        var ssim = chunk.SampleFrame is null ? null : await quality.MeasureAsync(order, cancellationToken);
        var files = new List<ChunkFile>();
        foreach (var rendition in plan.Video) files.Add(await CheckedAsync(order, rendition, ssim, cancellationToken));
        progress.Report(1);
        return new(order.Index, files);
    }

    public static string NameOf(int index, string rendition) => FormattableString.Invariant($"{index:00000}-{rendition}.mp4");

    private ToolOutput Output(ChunkOrder order, VideoPlan rendition, int place)
    {
        var (plan, chunk) = (order.Plan, order.Plan.Chunks[order.Index]);
        // The graph stands in front of the first output and feeds all of them.
        var graph = place == 0 ? $"-filter_complex \"{Graph(plan, chunk)}\" " : "";
        var options = $"-map [v{place}] -frames:v {chunk.Frames} {X264.Options(rendition, plan.GopFrames, Preset, Threads)} -fps_mode passthrough -map_metadata -1 -map_chapters -1 -video_track_timescale {Timescale(plan.Probe.Video.Timing.Rate)} -f mp4";
        return new(Path.Combine(order.Folder, NameOf(order.Index, rendition.Name)), graph + options);
    }

    private string Preset => options.Value.Preset;

    private int Threads => options.Value.Threads;

    /// <summary>A whole number of units per frame, fine enough for players.</summary>
    public static int Timescale(Rate rate) => rate.Num * Math.Max(1, (int)Math.Ceiling(10_000.0 / rate.Num));

    private static string Graph(Plan plan, ChunkPlan chunk)
    {
        var names = plan.Video.Select((_, i) => $"[s{i}]").ToList();
        var sizes = plan.Video.Select((rendition, i) => $"{names[i]}{Filters.Size(rendition.Width, rendition.Height)}[v{i}]");
        return $"{Filters.Source(plan.Probe.Video, chunk.FirstFrame, chunk.Frames)},split={names.Count}{string.Concat(names)};{string.Join(';', sizes)}";
    }

    private async Task<ChunkFile> CheckedAsync(ChunkOrder order, VideoPlan rendition, IReadOnlyDictionary<string, double>? ssim, CancellationToken cancellationToken)
    {
        var (chunk, name) = (order.Plan.Chunks[order.Index], NameOf(order.Index, rendition.Name));
        var file = Path.Combine(order.Folder, name);
        var packets = await scan.ReadAsync(ToolInput.Own(file), 0, cancellationToken);
        if (packets.Count != chunk.Frames) throw Refusals.Undecodable(order.Plan.Probe.Video.Timing.Rate.SecondsOf(chunk.FirstFrame + packets.Count));
        for (var i = 0; i < packets.Count; i++)
        {
            if (packets[i].Key != (i % order.Plan.GopFrames == 0)) throw new PipelineException($"Chunk {order.Index} of {rendition.Name} has its key frames in the wrong places.");
        }

        return new(rendition.Name, name, new FileInfo(file).Length, packets.Count, ssim?.GetValueOrDefault(rendition.Name));
    }
}
