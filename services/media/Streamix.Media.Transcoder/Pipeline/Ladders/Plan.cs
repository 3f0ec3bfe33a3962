using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Everything that is decided before encoding starts, with the reasons. Chunks may be encoded anywhere in any order.</summary>
/// <param name="Probe">Of the source.</param>
/// <param name="Complexity">Measured on samples.</param>
/// <param name="Video">From the lowest to the highest.</param>
/// <param name="GopFrames">Frames between two key frames, in every rendition.</param>
/// <param name="SegmentSeconds">Of a full segment: a whole number of GOPs.</param>
/// <param name="Chunks">Together the whole title, each starting with a GOP.</param>
/// <param name="Audio">One track each; empty for silent films.</param>
/// <param name="Reasons">Sentences for people, in the order of the decisions.</param>
internal sealed record Plan(
    Probe Probe,
    Complexity Complexity,
    IReadOnlyList<VideoPlan> Video,
    int GopFrames,
    double SegmentSeconds,
    IReadOnlyList<ChunkPlan> Chunks,
    IReadOnlyList<AudioPlan> Audio,
    IReadOnlyList<string> Reasons);

/// <summary>One rung of the ladder.</summary>
/// <param name="Name">As <c>1080p</c>: the smaller side.</param>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="Crf">Constant rate factor of x264: the quality where the cap does not bind.</param>
/// <param name="MaxBitrate">The cap over <paramref name="BufferBits"/>, bits per second.</param>
/// <param name="BufferBits">Of the decoder's model.</param>
/// <param name="Tier">See <see cref="Contracts.Keys.KeyTiers"/>.</param>
/// <param name="Reason">A sentence for people.</param>
internal sealed record VideoPlan(string Name, int Width, int Height, int Crf, int MaxBitrate, int BufferBits, string Tier, string Reason);

/// <summary>A stretch of the title for one worker.</summary>
/// <param name="Index">From 0.</param>
/// <param name="FirstFrame">Within the title; a multiple of the GOP.</param>
/// <param name="Frames">How many.</param>
/// <param name="Seek">Where to start decoding, in seconds after the first frame of the source; null for its begin.</param>
/// <param name="SampleFrame">Where quality is measured, in frames after <paramref name="FirstFrame"/>; null for not in this chunk.</param>
internal sealed record ChunkPlan(int Index, long FirstFrame, long Frames, double? Seek, long? SampleFrame);

/// <summary>An audio track to make.</summary>
/// <param name="Name">Unique within the plan: <c>en-stereo</c>.</param>
/// <param name="Stream">Index within the source.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Channels">2 or 6.</param>
/// <param name="Bitrate">Bits per second.</param>
/// <param name="Role"><c>main</c>, <c>commentary</c> or <c>description</c>.</param>
/// <param name="Default">Played unless something else is asked for.</param>
/// <param name="Reason">A sentence for people.</param>
internal sealed record AudioPlan(string Name, int Stream, string Language, int Channels, int Bitrate, string Role, bool Default, string Reason);

/// <summary>How hard a title is to encode.</summary>
/// <param name="BitsPerPixel">At the samples' constant quality.</param>
/// <param name="Factor">Bitrates of the standard ladder times this.</param>
/// <param name="Samples">Where it was measured, in seconds, and the bits per pixel of each.</param>
internal sealed record Complexity(double BitsPerPixel, double Factor, IReadOnlyList<ComplexitySample> Samples);

/// <summary>One sample.</summary>
/// <param name="At">Seconds from the start of the title.</param>
/// <param name="Seconds">How long.</param>
/// <param name="BitsPerPixel">What it took.</param>
internal sealed record ComplexitySample(double At, double Seconds, double BitsPerPixel);
