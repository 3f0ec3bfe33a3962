using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>Puts the chunks of a rendition behind each other, without a seam, and checks that there is none.</summary>
internal sealed class Joiner(Ffmpeg ffmpeg, PacketScan scan, IOptions<PipelineOptions> options)
{
    /// <returns>The whole rendition.</returns>
    public async Task<string> JoinAsync(Plan plan, IReadOnlyList<ChunkResult> chunks, string rendition, string folder, CancellationToken cancellationToken)
    {
        var parts = Parts(plan, chunks, rendition);
        var joined = Path.Combine(folder, $"{rendition}.mp4");
        using var cell = ffmpeg.Open(Limited.Light(options.Value, plan.Probe.Duration));
        var list = cell.PathOf("list.ffconcat");
        await File.WriteAllTextAsync(list, List(plan, parts, folder), cancellationToken);
        var timescale = ChunkEncoder.Timescale(plan.Probe.Video.Timing.Rate);
        try
        {
            await ffmpeg.RunAsync(cell, [ToolInput.Own(list, "-f concat -safe 0")], [new(joined, $"-map 0:v:0 -c copy -video_track_timescale {timescale} -f mp4")], cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"The chunks of {rendition} cannot be joined: {failure.Message}", failure);
        }

        Check(plan, rendition, await scan.ReadAsync(ToolInput.Own(joined), 0, cancellationToken));
        return joined;
    }

    private static List<ChunkFile> Parts(Plan plan, IReadOnlyList<ChunkResult> chunks, string rendition)
    {
        var ordered = chunks.OrderBy(chunk => chunk.Index).ToList();
        if (!ordered.Select(chunk => chunk.Index).SequenceEqual(Enumerable.Range(0, plan.Chunks.Count))) throw new PipelineException("There is a chunk missing, or one too many.");
        return [.. ordered.Select(chunk => chunk.Files.Single(file => file.Rendition == rendition))];
    }

    /// <summary>The durations are differences of rounded times, so that no error adds up.</summary>
    private static string List(Plan plan, List<ChunkFile> parts, string folder)
    {
        var (text, frame, rate) = (new StringBuilder("ffconcat version 1.0\n"), 0L, plan.Probe.Video.Timing.Rate);
        foreach (var part in parts)
        {
            var (from, to) = (Microseconds(rate, frame), Microseconds(rate, frame += part.Frames));
            text.Append(CultureInfo.InvariantCulture, $"file '{Path.GetFullPath(Path.Combine(folder, part.Name)).Replace("'", """'\''""", StringComparison.Ordinal)}'\nduration {(to - from) / 1_000_000}.{(to - from) % 1_000_000:000000}\n");
        }

        return text.ToString();
    }

    private static long Microseconds(Rate rate, long frame) => (long)Math.Round((decimal)frame * rate.Den * 1_000_000 / rate.Num);

    private static void Check(Plan plan, string rendition, List<Packet> packets)
    {
        var timing = plan.Probe.Video.Timing;
        if (packets.Count != timing.Frames) throw new PipelineException($"{rendition} has {packets.Count} frames instead of {timing.Frames}.");
        for (var i = 0; i < packets.Count; i++)
        {
            if (Math.Abs(packets[i].Time - timing.Rate.SecondsOf(i)) > 0.05 / timing.Rate.Value) throw new PipelineException($"{rendition} has frame {i} at the wrong time.");
            if (packets[i].Key != (i % plan.GopFrames == 0)) throw new PipelineException($"{rendition} has a key frame in the wrong place at frame {i}.");
        }
    }
}
