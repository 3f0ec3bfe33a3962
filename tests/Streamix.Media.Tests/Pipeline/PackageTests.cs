using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Pipeline;

public sealed class PackageTests(PipelineFixture fixture) : IClassFixture<PipelineFixture>
{
    /// <summary>The right frame has 0.96 and more, its neighbour 0.94 and less.</summary>
    private const double NextToOffByOne = 0.95;

    private readonly TitleRun _title = fixture.Title;

    [Fact]
    public void Chunks_were_encoded_apart_and_all_renditions_made() =>
        _title.ShouldSatisfyAllConditions(t => t.Plan.Chunks.Count.ShouldBe(4), t => t.Result.Video.Select(video => video.Name).ShouldBe(["240p", "360p", "480p"]));

    [Fact]
    public async Task Joined_renditions_have_the_frames_of_the_source_and_decode_clean()
    {
        var frames = await Decoded.FramesAsync(_title.Source);
        foreach (var rendition in _title.Plan.Video) (await Decoded.FramesAsync(_title.Joined(rendition.Name))).ShouldBe(frames);
    }

    [Fact]
    public async Task Every_frame_across_the_joins_is_the_one_of_the_source_at_its_place() =>
        (await Decoded.WorstFrameAsync(_title.Source, _title.Joined("480p"), "null")).ShouldBeGreaterThan(NextToOffByOne);

    [Fact]
    public async Task Key_frames_are_at_the_same_times_in_all_renditions()
    {
        var expected = Enumerable.Range(0, (int)((_title.Plan.Probe.Video.Timing.Frames + 47) / 48)).Select(i => i * 48 * 1001 / 24000.0).ToList();
        foreach (var rendition in _title.Plan.Video)
        {
            var times = await Decoded.KeyFramesAsync(_title.Joined(rendition.Name));
            times.Count.ShouldBe(expected.Count);
            times.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.0001);
        }
    }

    [Fact]
    public void Every_segment_list_lasts_exactly_as_long_as_the_picture()
    {
        foreach (var playlist in _title.Plan.Video.Select(rendition => $"{rendition.Name}.m3u8")) Length(playlist).ShouldBe(_title.Result.Duration, 1001 / 24000.0);
        foreach (var playlist in _title.Plan.Audio.Select(track => $"audio-{track.Name}.m3u8")) Length(playlist).ShouldBe(_title.Result.Duration, 0.05);
    }

    [Fact]
    public async Task Sound_and_picture_start_together()
    {
        // An AAC stream has one packet to warm up in front.
        var (picture, sound) = (await Decoded.StartAsync(_title.PathOf("master.m3u8"), "v:0"), await Decoded.StartAsync(_title.PathOf("master.m3u8"), "a:0"));
        (sound + 1024 / 48000.0 - picture).ShouldBe(0, 0.02);
    }

    [Fact]
    public async Task Sound_has_the_loudness_of_the_platform() => (await Decoded.LoudnessAsync(Path.Combine(_title.Work, "en-stereo.m4a"))).ShouldBe(-16, 0.5);

    [Fact]
    public async Task The_master_names_everything_a_player_chooses_by()
    {
        var master = await File.ReadAllTextAsync(_title.PathOf(_title.Result.Hls));
        var variants = master.Split('\n').Where(line => line.StartsWith("#EXT-X-STREAM-INF", StringComparison.Ordinal)).ToList();
        variants.Count.ShouldBe(3);
        variants.ShouldAllBe(line => line.Contains("AVERAGE-BANDWIDTH=") && line.Contains("FRAME-RATE=23.976") && line.Contains("CODECS=\"avc1.") && line.Contains("AUDIO=") && line.Contains("SUBTITLES="));
        master.ShouldContain("#EXT-X-I-FRAME-STREAM-INF");
        master.Split('\n').Count(line => line.Contains("TYPE=AUDIO") && line.Contains("DEFAULT=YES")).ShouldBe(1);
        master.Split('\n').Where(line => line.Contains("TYPE=SUBTITLES")).ShouldNotBeEmpty();
        master.Split('\n').ShouldNotContain(line => line.Contains("TYPE=SUBTITLES") && line.Contains("DEFAULT=YES"));
    }

    [Fact]
    public void Both_flavours_and_the_manifest_use_the_same_segments()
    {
        Segments("480p.m3u8").ShouldBe(Segments("480p-clearkey.m3u8"));
        File.ReadAllText(_title.PathOf(_title.Result.Dash)).ShouldContain("video/480p/$Number%05d$.m4s");
        File.ReadAllText(_title.PathOf("480p-clearkey.m3u8")).ShouldContain("KEYFORMAT=\"org.w3.clearkey\",KEYFORMATVERSIONS=\"1\",KEYID=0x101112131415161718191a1b1c1d1e1f");
        File.ReadAllText(_title.PathOf("480p.m3u8")).ShouldContain("KEYFORMAT=\"identity\"");
        File.ReadAllText(_title.PathOf("clearkey.m3u8")).ShouldContain("480p-clearkey.m3u8");
    }

    [Fact]
    public void No_key_is_in_anything_that_is_stored()
    {
        var keys = PipelineFixture.Protection.Keys.Select(key => key.Key).ToList();
        foreach (var file in Directory.EnumerateFiles(_title.Package, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            keys.Exists(key => bytes.AsSpan().IndexOf(key) >= 0 || text.Contains(Convert.ToHexString(key), StringComparison.OrdinalIgnoreCase) || text.Contains(Convert.ToBase64String(key))).ShouldBeFalse(file);
        }
    }

    [Fact]
    public async Task Segments_are_encrypted_and_open_with_the_key_of_their_tier()
    {
        var (encrypted, open) = (Path.Combine(_title.Work, "encrypted.mp4"), Path.Combine(_title.Work, "open.mp4"));
        await MediaFiles.RunAsync("sh", ["-c", "cat \"$@\" > \"$0\"", encrypted, _title.PathOf("video/480p/init.mp4"), .. Segments("480p.m3u8").Select(_title.PathOf)]);
        var key = PipelineFixture.Protection.Keys[0];
        await MediaFiles.RunAsync(PipelineHost.Packager, $"in={encrypted},stream=video,output={open}", "--enable_raw_key_decryption", $"--keys=label=:key_id={Convert.ToHexString(key.Id)}:key={Convert.ToHexString(key.Key)}");
        (await Decoded.IsCleanAsync(open)).ShouldBeTrue();
        (await Decoded.FramesAsync(open)).ShouldBe((int)_title.Plan.Probe.Video.Timing.Frames);
        (await Decoded.IsCleanAsync(encrypted)).ShouldBeFalse();
    }

    [Fact]
    public void Renditions_are_measured()
    {
        _title.Result.Video.ShouldAllBe(video => video.Bitrate > 50_000 && video.PeakBitrate >= video.Bitrate * 0.9 && video.Ssim > 0.9 && video.Codec.StartsWith("avc1."));
        _title.Result.Audio.Select(audio => (audio.Name, audio.Language, audio.Default, audio.Codec)).ShouldBe([("en-stereo", "en", true, "mp4a.40.2"), ("de-stereo", "de", false, "mp4a.40.2")]);
        _title.Result.Bytes.ShouldBe(Directory.EnumerateFiles(_title.Package, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public void Captions_beside_the_film_are_WebVTT_in_the_package()
    {
        var text = _title.Result.Texts.ShouldHaveSingleItem();
        text.ShouldSatisfyAllConditions(t => t.Language.ShouldBe("fr"), t => t.Kind.ShouldBe("subtitles"));
        File.ReadAllText(_title.PathOf(text.Path)).ShouldBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nBonjour.\n");
    }

    [Fact]
    public async Task Sprites_cover_the_title_and_lie_within_their_sheets()
    {
        var map = await File.ReadAllTextAsync(_title.PathOf(_title.Extras.Thumbnails!));
        map.Split("-->").Length.ShouldBe(1 + 7);
        map.ShouldContain($"--> {Streamix.Media.Transcoder.Pipeline.Texts.WebVtt.Clock(_title.Result.Duration)}");
        var size = await MediaFiles.RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", _title.PathOf("thumbnails/sprites-001.jpg"));
        size.Trim().ShouldBe($"1600,{10 * Frame.Even(160.0 * _title.Plan.Video[0].Height / _title.Plan.Video[0].Width)}");
    }

    [Fact]
    public async Task Poster_and_preview_are_there()
    {
        var poster = await MediaFiles.RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", _title.PathOf(_title.Extras.Poster));
        poster.Trim().ShouldBe("mjpeg,854,480");
        (await Decoded.FramesAsync(_title.PathOf(_title.Extras.Preview!))).ShouldBeInRange(4 * 36 - 6, 4 * 36 + 6);
    }

    private double Length(string playlist) =>
        File.ReadLines(_title.PathOf(playlist)).Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal)).Sum(line => Seconds.Parse(line[8..].TrimEnd(',')));

    private List<string> Segments(string playlist) => [.. File.ReadLines(_title.PathOf(playlist)).Where(line => line.Length > 0 && line[0] != '#')];
}
