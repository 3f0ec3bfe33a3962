using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Encodes an audio track: measured first, then set to the platform's loudness, as long as the picture to the sample.</summary>
internal sealed class AudioEncoder(Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    private const int SampleRate = 48_000;

    public async Task<AudioResult> EncodeAsync(AudioOrder order, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (timing, track) = (order.Plan.Probe.Video.Timing, order.Plan.Audio.Single(audio => audio.Name == order.Track));
        var seconds = timing.Rate.SecondsOf(timing.Frames);
        var shape = Shape(timing, track, (long)Math.Round(seconds * SampleRate));
        Directory.CreateDirectory(order.Folder);
        var name = $"{track.Name}.m4a";
        var file = Path.Combine(order.Folder, name);
        var input = ToolInput.Source(order.File, "-copyts -vn -sn -dn");
        try
        {
            var said = await ffmpeg.RunAsync(
                Limited.Sound(options.Value, seconds), [input], [new("-", $"-filter_complex \"{shape},ebur128=peak=true:framelog=verbose[a]\" -map [a] -f null")], cancellationToken,
                done => progress.Report(Math.Clamp(done.TotalSeconds / seconds / 2, 0, 0.5)));
            var loudness = Loudness.Read(said);
            var gain = loudness is null ? "" : $",{loudness.FilterTo(options.Value.Loudness)}";
            await ffmpeg.RunAsync(
                Limited.Sound(options.Value, seconds), [input],
                [new(file, $"-filter_complex \"{shape}{gain}[a]\" -map [a] -c:a aac -b:a {track.Bitrate} -ar {SampleRate} -map_metadata -1 -map_chapters -1 -f mp4")], cancellationToken,
                done => progress.Report(Math.Clamp(0.5 + done.TotalSeconds / seconds / 2, 0.5, 0.99)));
            progress.Report(1);
            return new(track.Name, name, new FileInfo(file).Length, loudness?.Integrated);
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"Audio {track.Name}: {failure.Message}", failure);
        }
    }

    /// <summary>In step with the first frame of the picture, gaps filled with silence, the wanted channels, cut or padded to the end.</summary>
    private static string Shape(VideoTiming timing, AudioPlan track, long samples) =>
        $"[0:{track.Stream}]asetpts=PTS-({Seconds.Write(timing.Start)})/TB,aresample={SampleRate}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts={(track.Channels == 6 ? "5.1" : "stereo")},apad=whole_len={samples},atrim=end_sample={samples}";
}
