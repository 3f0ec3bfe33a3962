using System.Text.Json;

namespace FFMpegCore;

/// <summary>A stream.</summary>
public abstract class MediaStream
{
    /// <summary>Within the file.</summary>
    public int Index { get; set; }

    /// <summary>Short; null for unknown ones.</summary>
    public string? CodecName { get; set; }

    /// <summary>To the millisecond; zero when untold.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>As the file tells.</summary>
    public string? Language { get; set; }

    /// <summary><c>default</c>, <c>forced</c>, <c>attached_pic</c> …</summary>
    public IReadOnlyDictionary<string, bool>? Disposition { get; set; }

    internal T Fill<T>(JsonElement stream) where T : MediaStream
    {
        Index = Json.Number(stream, "index") ?? 0;
        CodecName = Json.Text(stream, "codec_name");
        Duration = Json.Duration(stream, "duration");
        Language = stream.TryGetProperty("tags", out var tags) ? Json.Text(tags, "language") : null;
        if (stream.TryGetProperty("disposition", out var flags)) Disposition = flags.EnumerateObject().ToDictionary(flag => flag.Name, flag => flag.Value.GetInt32() == 1, StringComparer.Ordinal);
        return (T)this;
    }
}

/// <summary>Sound.</summary>
public class AudioStream : MediaStream
{
    /// <summary>How many.</summary>
    public int? Channels { get; set; }

    /// <summary>Hertz.</summary>
    public int? SampleRateHz { get; set; }

    internal static AudioStream Of(JsonElement stream) => new AudioStream { Channels = Json.Number(stream, "channels"), SampleRateHz = Json.Number(stream, "sample_rate") }.Fill<AudioStream>(stream);
}

/// <summary>Text.</summary>
public class SubtitleStream : MediaStream
{
    internal static SubtitleStream Of(JsonElement stream) => new SubtitleStream().Fill<SubtitleStream>(stream);
}
