using Streamix.Media.Contracts.Assets;
using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Playbacks;

/// <summary>The manifests of a package as the packager writes them, and what belongs to it.</summary>
internal static class Packaged
{
    public const string Prefix = "transcoder/0199c0de-0000-7000-8000-000000000005/20261123-1/";

    public static readonly EdgeRoute One = new("streaming-edge-1", "http://edge-1:7001/t/first/" + Prefix, "first");
    public static readonly EdgeRoute Two = new("streaming-edge-2", "http://edge-2:7002/t/second/" + Prefix, "second");

    public static string Text(string name) => File.ReadAllText(Repository.PathOf("tests", "Streamix.Streaming.Tests", "Playbacks", "Packages", name));

    public static ManifestOrder Order(string[] renditions, string steering = "", params EdgeRoute[] edges) =>
        new(renditions.ToHashSet(StringComparer.Ordinal), edges.Length == 0 ? [One] : edges, steering);

    public static MediaPackage Package(bool encrypted = true) => new(
        "20261123-1", Prefix, 120, "master.m3u8", encrypted ? "clearkey.m3u8" : null, "manifest.mpd",
        encrypted ? new("cenc", new Dictionary<string, string> { ["sd"] = "02", ["hd"] = "03", ["audio"] = "01" }) : null,
        [new("240p", 426, 240, 23.976, 400_000, 500_000, "avc1.4d4015", "sd", null), new("480p", 854, 480, 23.976, 1_200_000, 1_500_000, "avc1.4d401e", "sd", null), new("720p", 1280, 720, 23.976, 2_800_000, 3_500_000, "avc1.4d401f", "hd", null)],
        [new("en-stereo", "en", 2, 128_000, "mp4a.40.2", "main", true), new("de-stereo", "de", 2, 128_000, "mp4a.40.2", "main", false), new("en-described", "en", 2, 128_000, "mp4a.40.2", "description", false)],
        [new("fr", "fr", "subtitles", "text/fr.vtt"), new("en-cc", "en", "captions", "text/en-cc.vtt"), new("en-forced", "en", "forced", "text/en-forced.vtt")],
        "poster.jpg", "thumbnails/map.vtt", "preview.mp4", [new("intro", 3, 12), new("credits", 110, 120)], 9_000_000);
}
