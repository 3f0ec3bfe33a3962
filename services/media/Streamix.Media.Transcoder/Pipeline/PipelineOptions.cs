using System.ComponentModel.DataAnnotations;

namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>Section <c>Transcoder</c>: the tools, what a source may be, and how it is encoded.</summary>
internal sealed class PipelineOptions
{
    public const string Section = "Transcoder";

    /// <summary>Looked for on the path unless it is a path itself.</summary>
    [Required]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>As <see cref="Ffmpeg"/>.</summary>
    [Required]
    public string Ffprobe { get; set; } = "ffprobe";

    /// <summary>Shaka Packager.</summary>
    [Required]
    public string Packager { get; set; } = "packager";

    /// <summary>For working directories of tools; the system's temporary folder when empty.</summary>
    public string Scratch { get; set; } = "";

    /// <summary>Longer sources are refused.</summary>
    public TimeSpan LongestTitle { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Larger frames are refused: 8192 by 4608 by default.</summary>
    [Range(1, long.MaxValue)]
    public long MostPixels { get; set; } = 8192L * 4608;

    /// <summary>The encoder's compromise between time and size.</summary>
    [Required, RegularExpression("^(ultrafast|superfast|veryfast|faster|fast|medium|slow|slower)$")]
    public string Preset { get; set; } = "veryfast";

    /// <summary>Of each encoder and decoder; 0 for as many as there are processors.</summary>
    [Range(0, 128)]
    public int Threads { get; set; }

    /// <summary>What a chunk aims at; it ends on a GOP near to a key frame of the source.</summary>
    public TimeSpan Chunk { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Address space of a tool that decodes and encodes.</summary>
    [Range(256, 1024 * 1024)]
    public int EncodeMegabytes { get; set; } = 8192;

    /// <summary>Address space of a tool that only looks.</summary>
    [Range(128, 1024 * 1024)]
    public int ProbeMegabytes { get; set; } = 2048;

    /// <summary>Of the tools: 0 is the service's own priority, 19 the lowest.</summary>
    [Range(0, 19)]
    public int Nice { get; set; } = 10;

    /// <summary>How loud every track becomes (EBU R128), in LUFS.</summary>
    [Range(-30, -10)]
    public double Loudness { get; set; } = -16;
}
