using Streamix.Media.Contracts.Keys;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>What Shaka Packager is told of each stream.</summary>
internal static class PackagerStreams
{
    public static string Video(string file, VideoPlan rendition, string output) => Descriptor(
        ("in", file), ("stream", "video"), ("drm_label", rendition.Tier),
        ("init_segment", $"{output}/video/{rendition.Name}/init.mp4"), ("segment_template", $"{output}/video/{rendition.Name}/$Number%05d$.m4s"),
        ("playlist_name", $"{rendition.Name}.m3u8"), ("iframe_playlist_name", $"{rendition.Name}-iframes.m3u8"));

    public static string Audio(string file, AudioPlan track, string output) => Descriptor(
        ("in", file), ("stream", "audio"), ("drm_label", KeyTiers.Audio),
        ("init_segment", $"{output}/audio/{track.Name}/init.mp4"), ("segment_template", $"{output}/audio/{track.Name}/$Number%05d$.m4s"),
        ("playlist_name", $"audio-{track.Name}.m3u8"), ("hls_group_id", track.Channels == 6 ? "surround" : "stereo"), ("hls_name", track.Name), ("language", Told(track.Language)),
        ("dash_roles", track.Role), ("hls_characteristics", track.Role == "description" ? "public.accessibility.describes-video" : ""));

    /// <summary>HLS wants WebVTT as it is, DASH wants it in MP4.</summary>
    public static IEnumerable<string> Text(string file, TextResult text, string output)
    {
        var (forced, captions) = (text.Kind == "forced", text.Kind == "captions");
        yield return Descriptor(
            ("in", file), ("stream", "text"), ("segment_template", $"{output}/text/{text.Track}/$Number%05d$.vtt"), ("playlist_name", $"text-{text.Track}.m3u8"),
            ("hls_group_id", "text"), ("hls_name", text.Track), ("language", Told(text.Language)), ("forced_subtitle", forced ? "1" : ""),
            ("hls_characteristics", captions ? "public.accessibility.transcribes-spoken-dialog;public.accessibility.describes-music-and-sound" : ""), ("hls_only", "1"));
        yield return Descriptor(
            ("in", file), ("stream", "text"), ("init_segment", $"{output}/text/{text.Track}/init.mp4"), ("segment_template", $"{output}/text/{text.Track}/$Number%05d$.m4s"),
            ("language", Told(text.Language)), ("dash_roles", forced ? "forced-subtitle" : captions ? "caption" : "subtitle"), ("dash_only", "1"));
    }

    /// <summary>The packager knows no unknown language.</summary>
    private static string Told(string language) => language == Languages.Unknown ? "" : language;

    private static string Descriptor(params (string Name, string Value)[] fields) =>
        string.Join(',', fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Name}={field.Value}"));
}
