using System.Globalization;
using System.Text;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline.Extras;

/// <summary>Which part of which sheet shows which time.</summary>
/// <param name="Width">Of a picture.</param>
/// <param name="Height">Of a picture.</param>
/// <param name="Every">Key frames from one picture to the next.</param>
/// <param name="Seconds">From one picture to the next.</param>
/// <param name="Count">Pictures altogether.</param>
internal sealed record SpriteMap(int Width, int Height, int Every, double Seconds, int Count)
{
    public const int Columns = 10;
    public const int Rows = 10;
    private const int Side = 160;
    private const int Most = 600;

    /// <summary>A picture for every key frame, or for every few where there are many.</summary>
    public static SpriteMap Of(int keyFrames, double gopSeconds, int width, int height)
    {
        var every = (keyFrames + Most - 1) / Most;
        var scale = (double)Side / Math.Max(width, height);
        return new(Probing.Frame.Even(width * scale), Probing.Frame.Even(height * scale), every, every * gopSeconds, (keyFrames + every - 1) / every);
    }

    public static string SheetName(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sprites-{sheet + 1:000}.jpg");

    public string Write(double duration)
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < Count; i++)
        {
            var (sheet, place) = (i / (Columns * Rows), i % (Columns * Rows));
            var (x, y) = (place % Columns * Width, place / Columns * Height);
            text.Append(CultureInfo.InvariantCulture, $"\n{WebVtt.Clock(i * Seconds)} --> {WebVtt.Clock(Math.Min(duration, (i + 1) * Seconds))}\n{SheetName(sheet)}#xywh={x},{y},{Width},{Height}\n");
        }

        return text.ToString();
    }
}
