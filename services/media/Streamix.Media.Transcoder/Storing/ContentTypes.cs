namespace Streamix.Media.Transcoder.Storing;

/// <summary>What players are told of the files of a package.</summary>
internal static class ContentTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".m3u8"] = "application/vnd.apple.mpegurl",
        [".mpd"] = "application/dash+xml",
        [".m4s"] = "video/iso.segment",
        [".mp4"] = "video/mp4",
        [".m4a"] = "audio/mp4",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".json"] = "application/json",
    };

    public static string Of(string name) => Known.GetValueOrDefault(Path.GetExtension(name), Unknown);
}
