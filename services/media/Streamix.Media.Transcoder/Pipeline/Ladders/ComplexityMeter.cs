using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Encodes samples of a source at one small size and one quality, and sees how many bits that takes.</summary>
internal sealed class ComplexityMeter(Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    private const double SampleSeconds = 2;
    private const int MostLines = 360;

    /// <summary>What film takes on average under these conditions.</summary>
    private const double AverageBitsPerPixel = 0.11;

    private static readonly double[] Places = [0.2, 0.5, 0.8];

    /// <exception cref="RejectedException">A sample cannot be decoded.</exception>
    public async Task<Complexity> MeasureAsync(string file, VideoSource video, CancellationToken cancellationToken)
    {
        var samples = new List<ComplexitySample>();
        foreach (var first in FirstFrames(video.Timing)) samples.Add(await MeasureAsync(file, video, first, cancellationToken));
        var bits = samples.Average(sample => sample.BitsPerPixel);
        return new(Math.Round(bits, 4), FactorOf(bits), samples);
    }

    /// <summary>Caps follow complexity more slowly than size does, within bounds: grain may look like content.</summary>
    public static double FactorOf(double bitsPerPixel) => Math.Round(Math.Clamp(Math.Pow(bitsPerPixel / AverageBitsPerPixel, 0.6), 0.4, 1.5), 2);

    private static IEnumerable<long> FirstFrames(VideoTiming timing)
    {
        var wanted = timing.Rate.FramesIn(SampleSeconds);
        return timing.Frames < wanted * 4 ? [0] : Places.Select(place => Math.Min((long)(timing.Frames * place), timing.Frames - wanted));
    }

    private async Task<ComplexitySample> MeasureAsync(string file, VideoSource video, long first, CancellationToken cancellationToken)
    {
        var timing = video.Timing;
        var frames = Math.Min(timing.Rate.FramesIn(SampleSeconds), timing.Frames - first);
        var scale = Math.Min(1, (double)MostLines / Frame.Lines(video.Width, video.Height));
        var (width, height) = (Frame.Even(video.Width * scale), Frame.Even(video.Height * scale));
        var graph = $"{Filters.Source(video, first, frames)},{Filters.Size(width, height)}[v]";
        using var cell = ffmpeg.Open(Limited.Encode(options.Value, frames, timing.Rate, video));
        var sample = cell.PathOf("sample.mp4");
        try
        {
            await ffmpeg.RunAsync(cell, [Sources.From(file, video, ChunkRules.SeekTo(timing, first), options.Value.Threads)],
                [new(sample, $"-filter_complex \"{graph}\" -map [v] -an -sn -dn -c:v libx264 -preset veryfast -crf {X264.Crf} -pix_fmt yuv420p -g {ChunkRules.GopFrames(timing.Rate)} -sc_threshold 0 -threads {options.Value.Threads} -f mp4")], cancellationToken);
        }
        catch (ToolFailure failure) when (!failure.Expired)
        {
            throw Refusals.Undecodable(timing.Rate.SecondsOf(first));
        }

        var bits = new FileInfo(sample).Length * 8.0;
        return new(Math.Round(timing.Rate.SecondsOf(first), 3), Math.Round(timing.Rate.SecondsOf(frames), 3), Math.Round(bits / ((double)width * height * frames), 4));
    }
}
