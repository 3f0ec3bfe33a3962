namespace Streamix.Media.Tests.Pipeline;

/// <summary>Films of many kinds, whole.</summary>
public sealed class FilmTests
{
    private static readonly string[] Always = ["variable-rate", "rotated", "ts", "surround", "silent", "hdr10", "interlaced", "one-second", "late-sound"];

    private static readonly string[] Others =
    [
        "240p-4x3", "480p-15fps", "720p-60fps", "1080p-23976", "2160p-24fps", "50fps", "120fps", "portrait", "anamorphic", "wide", "mono", "two-languages", "loud", "subtitles", "hevc", "vp9", "prores",
        "mpeg2", "mjpeg", "mkv", "mov", "avi", "ten-bit", "full-range", "ten-minutes", "big-buck-bunny",
    ];

    public static TheoryData<string> Names() => [.. MediaFiles.IsLong ? [.. Always, .. Others] : Always];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_film_of_any_kind_becomes_renditions_with_exact_frames_and_sound_in_step(string name)
    {
        using var title = await TitleRun.MakeAsync(await MediaFiles.GetAsync(name), settings: MediaFiles.IsLong ? [("Transcoder:Chunk", "00:00:10")] : []);
        var timing = title.Plan.Probe.Video.Timing;
        foreach (var rendition in title.Plan.Video)
        {
            (await Decoded.FramesAsync(title.Joined(rendition.Name))).ShouldBe((int)timing.Frames);
            (await Decoded.KeyFramesAsync(title.Joined(rendition.Name))).ShouldBe(await Decoded.KeyFramesAsync(title.Joined(title.Plan.Video[0].Name)));
        }

        (await Decoded.FramesAsync(title.PathOf("master.m3u8"))).ShouldBe((int)timing.Frames);
        (await Decoded.FramesAsync(title.PathOf("manifest.mpd"))).ShouldBe((int)timing.Frames);
        if (title.Plan.Audio.Count > 0) (await Decoded.StartAsync(title.PathOf("master.m3u8"), "a:0") + 1024 / 48000.0).ShouldBe(0, 0.02);
        title.Result.Video.ShouldAllBe(video => video.Ssim > 0.9);
    }

    [Fact]
    public async Task A_turned_film_stands_upright()
    {
        using var title = await TitleRun.MakeAsync(await MediaFiles.GetAsync("rotated"));
        var rendition = title.Plan.Video[^1];
        (rendition.Height > rendition.Width).ShouldBeTrue();
        (await Decoded.WorstFrameAsync(title.Source, title.Joined(rendition.Name), $"scale={rendition.Width}:{rendition.Height}")).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task Seeking_in_a_stream_without_an_index_joins_exactly()
    {
        using var title = await TitleRun.MakeAsync(await MediaFiles.GetAsync("ts"));
        title.Plan.Chunks.Count.ShouldBeGreaterThan(2);
        (await Decoded.WorstFrameAsync(title.Source, title.Joined(title.Plan.Video[^1].Name), "null")).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task Sound_that_starts_late_stays_late()
    {
        using var title = await TitleRun.MakeAsync(await MediaFiles.GetAsync("late-sound"));
        var silence = await MediaFiles.RunAsync("sh", "-c", "ffmpeg -hide_banner -i \"$0\" -af silencedetect=noise=-50dB:d=0.2 -f null - 2>&1", Path.Combine(title.Work, "und-stereo.m4a"));
        var end = silence.Split("silence_end: ")[1].Split(' ')[0];
        double.Parse(end, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(0.7, 0.02);
    }
}
