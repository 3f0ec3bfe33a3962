using System.Text.Json;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Extras;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Packaging;

namespace Streamix.Media.Tests.Pipeline;

public sealed class PackagingTableTests
{
    [Fact]
    public void The_second_flavour_names_the_key_as_hls_js_wants_it()
    {
        var text = ClearKeyPlaylists.Media("""#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI="data:text/plain;base64,EREREREREREREREREREREQ==",KEYFORMAT="identity" """.Trim());
        text.ShouldBe("""#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI="data:text/plain;base64,EREREREREREREREREREREQ==",KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1",KEYID=0x11111111111111111111111111111111""");
    }

    [Fact]
    public void The_second_flavour_points_to_its_own_playlists() =>
        ClearKeyPlaylists.Index("URI=\"audio-en.m3u8\"\n720p.m3u8").ShouldBe("URI=\"audio-en-clearkey.m3u8\"\n720p-clearkey.m3u8");

    [Fact]
    public void A_key_is_never_printed()
    {
        var key = new PackageKey("sd", [1, 2], [0xAB, 0xCD], [], []);
        key.ToString().ShouldBe("PackageKey { Tier = sd, Id = 0102 }");
    }

    [Fact]
    public void Plans_survive_JSON()
    {
        var plan = Planner.Plan(Some.Probe(Some.Timing(new Rate(24000, 1001), 5000)), Some.Complexity(1), TimeSpan.FromSeconds(20));
        var read = JsonSerializer.Deserialize<Plan>(JsonSerializer.Serialize(plan));
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(plan));
    }

    [Fact]
    public void Segments_are_whole_gops_of_about_four_seconds()
    {
        var plan = Planner.Plan(Some.Probe(Some.Timing(new Rate(24000, 1001), 5000)), Some.Complexity(1), TimeSpan.FromSeconds(20));
        plan.GopFrames.ShouldBe(48);
        plan.SegmentSeconds.ShouldBe(4.004, 1e-9);
    }

    [Fact]
    public void Sprites_are_mapped_by_time_and_place()
    {
        var lines = SpriteMap.Of(120, 2, 640, 360).Write(239).Split('\n');
        lines[2].ShouldBe("00:00:00.000 --> 00:00:02.000");
        lines[3].ShouldBe("sprites-001.jpg#xywh=0,0,160,90");
        lines[^3].ShouldBe("00:03:58.000 --> 00:03:59.000");
        lines[^2].ShouldBe("sprites-002.jpg#xywh=1440,90,160,90");
    }

    [Fact]
    public void Long_titles_have_a_picture_for_every_few_key_frames()
    {
        var map = SpriteMap.Of(5400, 2, 1920, 1080);
        map.ShouldSatisfyAllConditions(m => m.Every.ShouldBe(9), m => m.Seconds.ShouldBe(18), m => m.Count.ShouldBe(600));
    }

    [Fact]
    public void A_poster_is_neither_black_nor_white_nor_empty()
    {
        const int size = PosterChoice.Width * PosterChoice.Height;
        var pictures = new byte[size * 4];
        pictures.AsSpan(size, size).Fill(255);
        pictures.AsSpan(2 * size, size).Fill(128);
        for (var i = 0; i < size; i++) pictures[3 * size + i] = (byte)(60 + i * 37 % 140);
        PosterChoice.Best(pictures).ShouldBe(3);
    }

    [Theory]
    [InlineData(-23, -9, "volume=7dB:precision=float")]
    [InlineData(-14.9, -4.7, "volume=-1.1dB:precision=float")]
    [InlineData(-50, -40, "volume=20dB:precision=float")]
    public void Loudness_is_set_by_one_gain(double integrated, double peak, string filter) => new Loudness(integrated, peak).FilterTo(-16).ShouldBe(filter);

    [Fact]
    public void Peaks_that_would_clip_are_limited() => new Loudness(-30, -6).FilterTo(-16).ShouldContain("alimiter");

    [Fact]
    public void The_last_summary_counts_and_silence_has_no_loudness()
    {
        Loudness.Read(["[ebur128] Summary:", "I: -70.0 LUFS", "Peak: -inf dBFS"]).ShouldBeNull();
        Loudness.Read(["[a] Summary:", "I: -70.0 LUFS", "Peak: -inf dBFS", "[a] Summary:", "I: -20.5 LUFS", "Peak: -3.5 dBFS"]).ShouldBe(new Loudness(-20.5, -3.5));
    }
}
