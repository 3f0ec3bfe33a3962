using System.Globalization;
using System.Text.Json.Serialization;

namespace Streamix.Media.Transcoder.Pipeline;

/// <summary>Frames per second as a fraction, so that times stay exact.</summary>
internal readonly record struct Rate(int Num, int Den)
{
    [JsonIgnore]
    public double Value => (double)Num / Den;

    /// <summary>When a frame starts, in seconds.</summary>
    public double SecondsOf(long frame) => (double)frame * Den / Num;

    /// <summary>The nearest count of frames.</summary>
    public long FramesIn(double seconds) => (long)Math.Round(seconds * Num / Den, MidpointRounding.AwayFromZero);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Num}/{Den}");
}
