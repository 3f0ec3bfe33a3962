using FFMpegCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Looks at a source: first from outside, then at what it tells of itself, then at what it holds.</summary>
internal sealed class Prober(Ffprobe ffprobe, PacketScan scan, IOptions<PipelineOptions> options)
{
    private const double ShortestSeconds = 0.2;
    private const int SmallestSide = 32;

    public async Task<Probe> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        await LookFromOutsideAsync(file, cancellationToken);
        var analysis = await AnalyseAsync(file, cancellationToken);
        var stream = Choose(analysis);
        Check(stream, analysis);
        if (await Structure.IsProtectedAsync(file, cancellationToken)) throw Refusals.Protected();
        if (await Structure.IsCutOffAsync(file, cancellationToken)) throw Refusals.CutOff();
        var notes = new List<string>();
        var first = await FirstFrameAsync(file, stream, cancellationToken);
        var timing = Timing.Of(await PacketsAsync(file, stream, first.Start, analysis, cancellationToken), first.Start, Containers.HaveIndex(analysis.Format.FormatName), notes);
        var video = VideoSources.Of(stream, first.Interlaced, timing, notes);
        return new(
            analysis.Format.FormatName, new FileInfo(file).Length, timing.Rate.SecondsOf(timing.Frames), video,
            AudioSources.Of(analysis.AudioStreams, notes), TextTracks.Of(analysis.SubtitleStreams, notes), Chapters(analysis, first.Start), notes);
    }

    private static async Task LookFromOutsideAsync(string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length == 0) throw Refusals.Empty();
        switch (await Signatures.OfAsync(file, cancellationToken))
        {
            case Signature.Pointer: throw Refusals.Pointer();
            case Signature.Archive: throw Refusals.Archive();
            case Signature.Picture: throw Refusals.Picture();
            case Signature.Document: throw Refusals.NotMedia();
        }
    }

    private async Task<IMediaAnalysis> AnalyseAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await ffprobe.AnalyseAsync(file, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw await Signatures.OfAsync(file, cancellationToken) == Signature.Media ? Refusals.Of(failure) : Refusals.OfUnknown(failure);
        }
    }

    private static VideoStream Choose(IMediaAnalysis analysis)
    {
        var moving = analysis.VideoStreams.Where(stream => !Is(stream, "attached_pic") && !Is(stream, "still_image")).ToList();
        return moving.OrderByDescending(stream => Is(stream, "default")).ThenByDescending(stream => (long)(stream.Width ?? 0) * (stream.Height ?? 0)).FirstOrDefault()
            ?? throw Refusals.NoVideo(analysis.AudioStreams.Count > 0);
    }

    private static bool Is(MediaStream stream, string disposition) => stream.Disposition?.GetValueOrDefault(disposition) == true;

    private void Check(VideoStream stream, IMediaAnalysis analysis)
    {
        if (stream.CodecName is not { Length: > 0 } codec || !Allowed.Video.Contains(codec)) throw Refusals.Codec(stream.CodecName is { Length: > 0 } name ? name : "something unknown");
        var (width, height) = (stream.Width ?? 0, stream.Height ?? 0);
        if ((long)width * height > options.Value.MostPixels) throw Refusals.TooLarge(width, height);
        if (Math.Min(width, height) < SmallestSide) throw Refusals.TooSmall(width, height);
        if (analysis.Format.Duration > options.Value.LongestTitle || stream.Duration > options.Value.LongestTitle) throw Refusals.TooLong(options.Value.LongestTitle);
    }

    private async Task<(double Start, bool Interlaced)> FirstFrameAsync(string file, VideoStream stream, CancellationToken cancellationToken)
    {
        try
        {
            var frames = await ffprobe.FirstFramesAsync(file, stream.Index, 8, cancellationToken);
            var first = frames.Frames.FirstOrDefault(frame => frame.MediaType == "video") ?? throw Refusals.NoFrame();
            return (Seconds.Parse(first.BestEffortTimestampTime ?? first.PtsTime), frames.Frames.Any(frame => frame.InterlacedFrame != 0));
        }
        catch (ToolFailure failure)
        {
            throw failure.Expired ? Refusals.Endless() : Refusals.NoFrame();
        }
    }

    private async Task<List<Packet>> PacketsAsync(string file, VideoStream stream, double start, IMediaAnalysis analysis, CancellationToken cancellationToken)
    {
        List<Packet> packets;
        try
        {
            packets = await scan.ReadAsync(ToolInput.Source(file), stream.Index, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw failure.Expired ? Refusals.Endless() : Refusals.Unreadable();
        }

        packets.RemoveAll(packet => packet.Time < start - 0.0005);
        if (packets.Count == 0) throw Refusals.NoFrame();
        var held = packets[^1].Time - start + Math.Min(packets[^1].Duration, 10);
        var told = stream.Duration > TimeSpan.Zero ? stream.Duration : analysis.Format.Duration;
        if (held > options.Value.LongestTitle.TotalSeconds) throw Refusals.TooLong(options.Value.LongestTitle);
        if (told.TotalSeconds - held > Math.Max(1, told.TotalSeconds * 0.02)) throw Refusals.CutOff(held, told.TotalSeconds);
        if (packets.Count < 2 && held < ShortestSeconds) throw Refusals.TooShort();
        return packets;
    }

    private static List<Marker> Chapters(IMediaAnalysis analysis, double start) =>
        [.. analysis.Chapters.Where(chapter => chapter.End > chapter.Start).Select(chapter =>
            new Marker("chapter", Math.Max(0, chapter.Start.TotalSeconds - start), Math.Max(0, chapter.End.TotalSeconds - start), chapter.Title))];
}
