using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>How many bytes of scratch space tasks need, at most.</summary>
internal static class Room
{
    private const long Base = 16L * 1024 * 1024;
    private const double Margin = 1.5;
    private const int BitsPerByte = 8;

    /// <summary>Samples for the plan, and captions.</summary>
    public const long Little = 4 * Base;

    public static long OfChunk(Plan plan, double seconds) => Base + (long)(plan.Video.Sum(v => (double)v.MaxBitrate) * seconds / BitsPerByte * Margin);

    public static long OfAudio(AudioPlan track, double seconds) => Base + (long)(track.Bitrate * seconds / BitsPerByte * 2 * Margin);

    /// <summary>The parts, what they are joined to, and the package.</summary>
    public static long OfPackage(long parts) => Base + (long)(parts * 3 * Margin);
}
