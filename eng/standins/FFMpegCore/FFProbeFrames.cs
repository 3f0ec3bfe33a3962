using System.Text.Json;

namespace FFMpegCore;

/// <summary>What <see cref="FFProbe.GetFramesAsync"/> found.</summary>
public class FFProbeFrames
{
    /// <summary>In the order of decoding.</summary>
    public IReadOnlyList<FFProbeFrame> Frames { get; set; } = [];
}

/// <summary>A frame.</summary>
public class FFProbeFrame
{
    /// <summary><c>video</c>, <c>audio</c> …</summary>
    public string MediaType { get; set; } = null!;

    /// <summary>Sexagesimal.</summary>
    public string PtsTime { get; set; } = null!;

    /// <summary>Sexagesimal.</summary>
    public string BestEffortTimestampTime { get; set; } = null!;

    /// <summary>1 for fields.</summary>
    public int InterlacedFrame { get; set; }

    internal static FFProbeFrame Of(JsonElement frame) => new()
    {
        MediaType = Json.Text(frame, "media_type")!,
        PtsTime = Json.Text(frame, "pts_time")!,
        BestEffortTimestampTime = Json.Text(frame, "best_effort_timestamp_time")!,
        InterlacedFrame = Json.Number(frame, "interlaced_frame") ?? 0,
    };
}
