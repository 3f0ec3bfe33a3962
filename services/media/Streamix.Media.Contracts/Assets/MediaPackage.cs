namespace Streamix.Media.Contracts.Assets;

/// <summary>A title ready to stream: CMAF segments under one prefix, used by both manifests. Immutable; another run makes another one.</summary>
/// <param name="Version">Part of every address, so that caches never mix two packages.</param>
/// <param name="Prefix">Below the bucket of renditions, ending in <c>/</c>; all other paths are relative to it.</param>
/// <param name="Duration">Exact, in seconds.</param>
/// <param name="Hls">The multivariant playlist for players that take keys by <c>KEYFORMAT="identity"</c>, and for clear packages.</param>
/// <param name="HlsClearKey">The same with <c>KEYFORMAT="org.w3.clearkey"</c>; null for clear packages.</param>
/// <param name="Dash">The MPD.</param>
/// <param name="Protection">Null for a clear package.</param>
/// <param name="Video">From the lowest to the highest rendition.</param>
/// <param name="Audio">One entry per audio track.</param>
/// <param name="Texts">Captions and subtitles, WebVTT.</param>
/// <param name="Poster">A JPEG frame.</param>
/// <param name="Thumbnails">A WebVTT map of scrub sprites with <c>#xywh=</c>; null for the very short.</param>
/// <param name="Preview">A short silent MP4; null for the very short.</param>
/// <param name="Markers">Intro, credits, chapters.</param>
/// <param name="Bytes">Of everything below the prefix.</param>
public sealed record MediaPackage(
    string Version,
    string Prefix,
    double Duration,
    string Hls,
    string? HlsClearKey,
    string Dash,
    PackageProtection? Protection,
    IReadOnlyList<VideoRendition> Video,
    IReadOnlyList<AudioTrack> Audio,
    IReadOnlyList<TextTrack> Texts,
    string Poster,
    string? Thumbnails,
    string? Preview,
    IReadOnlyList<Marker> Markers,
    long Bytes);

/// <summary>Common encryption (ISO/IEC 23001-7).</summary>
/// <param name="Scheme"><c>cenc</c> or <c>cbcs</c>.</param>
/// <param name="Keys">Key ids by tier (<see cref="Keys.KeyTiers"/>), as hexadecimal digits.</param>
public sealed record PackageProtection(string Scheme, IReadOnlyDictionary<string, string> Keys);

/// <summary>One rung of the ladder.</summary>
/// <param name="Name">As <c>1080p</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="Bitrate">Average, bits per second, measured.</param>
/// <param name="PeakBitrate">Bits per second, measured over segments.</param>
/// <param name="Codec">RFC 6381.</param>
/// <param name="Tier">Which key opens it, see <see cref="Keys.KeyTiers"/>.</param>
/// <param name="Ssim">Structural similarity to the source, 0 to 1; null when not measured.</param>
public sealed record VideoRendition(string Name, int Width, int Height, double FrameRate, long Bitrate, long PeakBitrate, string Codec, string Tier, double? Ssim);

/// <summary>An audio track.</summary>
/// <param name="Name">Unique within the package.</param>
/// <param name="Language">BCP 47; <c>und</c> when unknown.</param>
/// <param name="Channels">2, or 6 for surround.</param>
/// <param name="Bitrate">Bits per second.</param>
/// <param name="Codec">RFC 6381.</param>
/// <param name="Role"><c>main</c>, <c>commentary</c> or <c>description</c>.</param>
/// <param name="Default">Played unless something else is asked for.</param>
public sealed record AudioTrack(string Name, string Language, int Channels, long Bitrate, string Codec, string Role, bool Default);

/// <summary>Captions or subtitles.</summary>
/// <param name="Name">Unique within the package.</param>
/// <param name="Language">BCP 47; <c>und</c> when unknown.</param>
/// <param name="Kind"><c>captions</c>, <c>subtitles</c> or <c>forced</c>.</param>
/// <param name="Path">The whole file, below the package's prefix.</param>
public sealed record TextTrack(string Name, string Language, string Kind, string Path);
