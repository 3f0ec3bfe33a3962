namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>What tools may open. Lists, playlists, image sequences and scripts are not media: they point elsewhere.</summary>
internal static class Allowed
{
    public const string Protocols = "file,pipe";

    /// <summary>Containers of sources.</summary>
    public static readonly IReadOnlyList<string> Containers =
        ["mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "mpegts", "mpeg", "mxf", "flv", "asf", "ogg", "gxf", "nut", "dv"];

    /// <summary>Video that is decoded.</summary>
    public static readonly IReadOnlyList<string> Video =
    [
        "h264", "hevc", "av1", "libdav1d", "vp8", "vp9", "mpeg1video", "mpeg2video", "mpeg4", "msmpeg4v2", "msmpeg4v3", "h263", "flv1", "prores", "dnxhd", "cfhd",
        "mjpeg", "ffv1", "huffyuv", "ffvhuff", "utvideo", "rawvideo", "v210", "theora", "vc1", "wmv1", "wmv2", "wmv3", "dvvideo", "jpeg2000", "qtrle", "svq3",
    ];

    /// <summary>Sound that is decoded.</summary>
    public static readonly IReadOnlyList<string> Audio =
    [
        "aac", "aac_latm", "ac3", "eac3", "mp1", "mp2", "mp3", "mp3float", "opus", "vorbis", "flac", "alac", "dts", "dca", "truehd", "mlp", "wmav1", "wmav2", "wmapro",
        "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be", "pcm_f64le", "pcm_u8", "pcm_s8", "pcm_alaw", "pcm_mulaw",
        "pcm_bluray", "pcm_dvd", "adpcm_ima_qt", "adpcm_ms", "adpcm_ima_wav", "amrnb", "amrwb", "amr_nb", "amr_wb", "speex",
    ];

    /// <summary>Text that is converted.</summary>
    public static readonly IReadOnlyList<string> Texts = ["subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text"];

    /// <summary>Covers and pictures of text: looked at, never used.</summary>
    private static readonly IReadOnlyList<string> Pictures = ["png", "bmp", "gif", "dvdsub", "dvbsub", "pgssub", "cc_dec", "xsub"];

    /// <summary>The options in front of a source.</summary>
    public static string SourceOptions { get; } =
        $"-protocol_whitelist {Protocols} -format_whitelist {string.Join(',', Containers)} -codec_whitelist {string.Join(',', [.. Video, .. Audio, .. Texts, .. Pictures])}";

    /// <summary>The options in front of a file of our own.</summary>
    public static string OwnOptions { get; } = $"-protocol_whitelist {Protocols}";
}
