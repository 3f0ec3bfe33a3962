using System.Text.Json;
using FFMpegCore.Exceptions;

namespace FFMpegCore;

/// <summary>What ffprobe tells of a file.</summary>
public interface IMediaAnalysis
{
    /// <summary>The container.</summary>
    MediaFormat Format { get; }

    /// <summary>In the order of the file.</summary>
    IReadOnlyList<ChapterData> Chapters { get; }

    /// <summary>Pictures.</summary>
    IReadOnlyList<VideoStream> VideoStreams { get; }

    /// <summary>Sound.</summary>
    IReadOnlyList<AudioStream> AudioStreams { get; }

    /// <summary>Text.</summary>
    IReadOnlyList<SubtitleStream> SubtitleStreams { get; }
}

/// <summary>A container.</summary>
public class MediaFormat
{
    /// <summary>To the millisecond.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Short names with commas between.</summary>
    public string FormatName { get; set; } = null!;
}

/// <summary>A chapter.</summary>
public class ChapterData(string title, TimeSpan start, TimeSpan end)
{
    /// <summary>As the file tells.</summary>
    public string Title { get; } = title;

    /// <summary>Its begin.</summary>
    public TimeSpan Start { get; } = start;

    /// <summary>Its end.</summary>
    public TimeSpan End { get; } = end;
}

internal sealed class MediaAnalysis : IMediaAnalysis
{
    public MediaAnalysis(string path, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryGetProperty("format", out var format)) throw new FFProbeException($"ffprobe told no format of {path}");
        Format = new() { Duration = Json.Duration(format, "duration"), FormatName = Json.Text(format, "format_name")! };
        Chapters = [.. Json.Items(root, "chapters").Select(Chapter)];
        var streams = Json.Items(root, "streams").ToLookup(stream => Json.Text(stream, "codec_type"));
        VideoStreams = [.. streams["video"].Select(VideoStream.Of)];
        AudioStreams = [.. streams["audio"].Select(AudioStream.Of)];
        SubtitleStreams = [.. streams["subtitle"].Select(SubtitleStream.Of)];
    }

    public MediaFormat Format { get; }

    public IReadOnlyList<ChapterData> Chapters { get; }

    public IReadOnlyList<VideoStream> VideoStreams { get; }

    public IReadOnlyList<AudioStream> AudioStreams { get; }

    public IReadOnlyList<SubtitleStream> SubtitleStreams { get; }

    private static ChapterData Chapter(JsonElement chapter) => new(
        chapter.TryGetProperty("tags", out var tags) ? Json.Text(tags, "title") ?? "" : "", Json.Duration(chapter, "start_time"), Json.Duration(chapter, "end_time"));
}
