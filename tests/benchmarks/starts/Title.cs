using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Benchmarks.Starts;

/// <summary>A film as the catalog tells of it: what plays, and who may watch.</summary>
internal sealed record Title(PlayableTitle Playable, TitleDocument Document)
{
    public Guid Id => Playable.TitleId;

    public static Title Of(MediaPackage package, Guid asset)
    {
        var id = Guid.CreateVersion7();
        var opened = DateTimeOffset.UtcNow.AddYears(-1);
        return new(
            new(id, 1, true, TitleKinds.Movie, asset, package, "en", null, null, null, null),
            new(id, 1, true, TitleKinds.Movie, "movie", null, "film", "Film", "en", [], 2020, null, [], [], [], [new("*", "12", 12)], (int)package.Duration, ["en"], [],
                [new("*", opened, null)], null, 0, opened));
    }

    /// <summary>One that nobody packaged: as large a description as a real one has.</summary>
    public static Title Imagined()
    {
        var asset = Guid.CreateVersion7();
        return Of(new(
            "1", $"transcoder/{asset}/1/", 5400, "master.m3u8", "clearkey.m3u8", "manifest.mpd",
            new("cenc", new Dictionary<string, string>(StringComparer.Ordinal) { ["audio"] = Key(), ["sd"] = Key(), ["hd"] = Key() }),
            [Rung(426, 240, 400_000, "sd"), Rung(640, 360, 800_000, "sd"), Rung(854, 480, 1_400_000, "sd"), Rung(1280, 720, 2_800_000, "hd"), Rung(1920, 1080, 5_000_000, "hd")],
            [Sound("en-stereo", "en", "main", true), Sound("de-stereo", "de", "main", false), Sound("en-described", "en", "description", false)],
            [new("fr", "fr", "subtitles", "text/fr.vtt"), new("en-cc", "en", "captions", "text/en-cc.vtt"), new("en-forced", "en", "forced", "text/en-forced.vtt")],
            "poster.jpg", "thumbnails/map.vtt", "preview.mp4", [new("intro", 30, 90), new("credits", 5100, 5400)], 4_000_000_000), asset);
    }

    private static VideoRendition Rung(int width, int height, long bitrate, string tier) =>
        new($"{height}p", width, height, 24, bitrate, bitrate * 5 / 4, "avc1.4d401f", tier, null);

    private static AudioTrack Sound(string name, string language, string role, bool isDefault) => new(name, language, 2, 128_000, "mp4a.40.2", role, isDefault);

    private static string Key() => Guid.NewGuid().ToString("n");
}
