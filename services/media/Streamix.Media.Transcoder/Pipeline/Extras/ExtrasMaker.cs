using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Extras;

/// <summary>Makes the pictures around a title from its renditions: they are cheap to decode, upright and in standard range.</summary>
internal sealed class ExtrasMaker(Ffmpeg ffmpeg, Joiner joiner, IOptions<PipelineOptions> options)
{
    private const int PosterLines = 1080;
    private const int PreviewLines = 480;
    private const double ExcerptSeconds = 1.5;
    private static readonly double[] Excerpts = [0.15, 0.35, 0.55, 0.75];

    public async Task<ExtrasResult> MakeAsync(ExtrasOrder order, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(order.Output);
        try
        {
            var lowest = await joiner.JoinAsync(order.Plan, order.Chunks, order.Plan.Video[0].Name, order.Folder, cancellationToken);
            var (poster, thumbnails) = await SpritesAsync(order, lowest, cancellationToken);
            await PosterAsync(order, poster, cancellationToken);
            return new("poster.jpg", thumbnails, await PreviewAsync(order, cancellationToken));
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"Pictures: {failure.Message}", failure);
        }
    }

    private Limits Light(ExtrasOrder order) => Limited.Light(options.Value, order.Plan.Probe.Duration);

    /// <summary>One pass over the key frames of the lowest rendition: small grey ones to choose the poster from, and the sheets.</summary>
    private async Task<(int Poster, string? Thumbnails)> SpritesAsync(ExtrasOrder order, string lowest, CancellationToken cancellationToken)
    {
        var (plan, timing) = (order.Plan, order.Plan.Probe.Video.Timing);
        var keyFrames = (int)((timing.Frames + plan.GopFrames - 1) / plan.GopFrames);
        var map = SpriteMap.Of(keyFrames, timing.Rate.SecondsOf(plan.GopFrames), plan.Video[0].Width, plan.Video[0].Height);
        var folder = Directory.CreateDirectory(Path.Combine(order.Output, "thumbnails")).FullName;
        using var cell = ffmpeg.Open(Light(order));
        var grey = cell.PathOf("grey");
        var graph = $"[0:v]split[a][b];[a]scale={PosterChoice.Width}:{PosterChoice.Height}:flags=area,format=gray[grey];" +
            $@"[b]select='not(mod(n\,{map.Every}))',scale={map.Width}:{map.Height}:flags=area,setsar=1,tile={SpriteMap.Columns}x{SpriteMap.Rows}[sheets]";
        await ffmpeg.RunAsync(
            cell, [ToolInput.Own(lowest, "-skip_frame nokey")],
            [
                new(grey, $"-filter_complex \"{graph}\" -map [grey] -fps_mode passthrough -f rawvideo"),
                new(Path.Combine(folder, "sprites-%03d.jpg"), "-map [sheets] -fps_mode passthrough -c:v mjpeg -q:v 5 -pix_fmt yuvj420p -f image2"),
            ], cancellationToken);
        var poster = PosterChoice.Best(await File.ReadAllBytesAsync(grey, cancellationToken));
        if (keyFrames < 2)
        {
            Directory.Delete(folder, recursive: true);
            return (poster, null);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "thumbnails.vtt"), map.Write(plan.Probe.Duration), cancellationToken);
        return (poster, "thumbnails/thumbnails.vtt");
    }

    private async Task PosterAsync(ExtrasOrder order, int keyFrame, CancellationToken cancellationToken)
    {
        var plan = order.Plan;
        var rendition = plan.Video.LastOrDefault(video => Lines(video) <= PosterLines) ?? plan.Video[0];
        var (file, at) = Locate(order, rendition, (long)keyFrame * plan.GopFrames);
        await ffmpeg.RunAsync(
            Light(order), [ToolInput.Own(file, $"-ss {Seconds.Write(at)}")],
            [new(Path.Combine(order.Output, "poster.jpg"), "-map 0:v:0 -frames:v 1 -c:v mjpeg -q:v 3 -pix_fmt yuvj420p -update 1 -f image2")], cancellationToken);
    }

    private async Task<string?> PreviewAsync(ExtrasOrder order, CancellationToken cancellationToken)
    {
        var (plan, timing) = (order.Plan, order.Plan.Probe.Video.Timing);
        if (plan.Probe.Duration < 2 * Excerpts.Length * ExcerptSeconds) return null;
        var rendition = plan.Video.LastOrDefault(video => Lines(video) <= PreviewLines) ?? plan.Video[0];
        var inputs = Excerpts.Select(place =>
        {
            var (file, at) = Locate(order, rendition, (long)(timing.Frames * place) / plan.GopFrames * plan.GopFrames);
            return ToolInput.Own(file, $"-ss {Seconds.Write(at)} -t {Seconds.Write(ExcerptSeconds)}");
        }).ToList();
        var graph = $"{string.Concat(inputs.Select((_, i) => $"[{i}:v]"))}concat=n={inputs.Count}:v=1:a=0,fps={timing.Rate}[v]";
        await ffmpeg.RunAsync(
            Light(order), inputs,
            [new(Path.Combine(order.Output, "preview.mp4"), $"-filter_complex \"{graph}\" -map [v] -an -c:v libx264 -preset {options.Value.Preset} -crf 26 -pix_fmt yuv420p -threads {options.Value.Threads} -movflags +faststart -f mp4")],
            cancellationToken);
        return "preview.mp4";
    }

    private static int Lines(VideoPlan video) => Frame.Lines(video.Width, video.Height);

    /// <summary>The chunk with a frame, and where in it that is.</summary>
    private static (string File, double At) Locate(ExtrasOrder order, VideoPlan rendition, long frame)
    {
        var chunk = order.Plan.Chunks.Last(chunk => chunk.FirstFrame <= frame);
        var file = order.Chunks.Single(result => result.Index == chunk.Index).Files.Single(file => file.Rendition == rendition.Name).Name;
        return (Path.Combine(order.Folder, file), order.Plan.Probe.Video.Timing.Rate.SecondsOf(frame - chunk.FirstFrame));
    }
}
